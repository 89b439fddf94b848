/* What a query says: words one form for all, concepts, and what kind of answer it wants. */
(function (root) {
  "use strict";

  const HAN = /[\u4e00-\u9fff]/;
  const LEVELS = { i: "一", ii: "二", iii: "三", iv: "四", 1: "一", 2: "二", 3: "三", 4: "四" };
  // Said around a question, of no use for finding.
  const SAID = ("请问 帮我 我想 想知道 一下 告诉我 怎么样 怎么办 咋办 咋整 咋弄 怎么做 怎么弄 怎么 怎样 咋样 咋 如何 什么时候 什么样 " +
    "什么 为什么 为啥 啥时候 啥 哪里 哪儿 哪些 哪个 哪 谁来 谁 多少 多久 多长时间 几个 能不能 可不可以 可以 要不要 需不需要 需要 应该 应当 必须 " +
    "负责 牵头 归 管 是不是 有没有 会不会 该不该 行不行 好不好 的时候 时候 的话 之后 以后 之前 以前 现在 马上 赶紧 突然 已经 还是 或者 " +
    "好几个 一块儿 一块 一起 一阵 老是 总是 直接 明天 今天 昨天 晚上 一晚上 早上 半夜 周末 到底 反倒 居然 一直 使劲 稍微 先 还要不要 行不行 行吗 行不 算不算 准不准 对不对 用不用 管不管用 咱家 我家 他家 我妈 我爸 他爸 他妈 家里 上面 下面 看见 看到 发现 感觉 觉得 好像 一下子 真的 真 可是 但是 因为 所以 如果 要是 万一 每次 几年 几天 几例 一股 往 拿 喊 说 讲 问 弄 搞 整 搁 满 只 光 可 跟 从 向 比 更 挺 好 点 些 次 件 条 位 只有 别的 "+
    "我们 他们 咱们 你们 自己 家里人 有人 别人 这个 那个 这种 这里 那里 起来 出来 下来 关于 进行 的 了 吗 呢 吧 啊 呀 么 着 过 我 你 他 她 它 咱 " +
    "是 在 有 要 会 该 把 被 给 对 和 与 及 或 就 都 也 还 又 再 才 很 太 最 不 没 到 去 来 让 叫 用 里 上 下 中 时 后 前 个 之 这 那 几 能 得 地 做 办")
    .split(" ");
  // What this handbook never answers, however near the other words come: prices, tickets, papers, benefits, pastimes.
  const ELSEWHERE = /多少钱|便宜|价格|价钱|收费|门票|雪票|车票|机票|火车|航班|高铁|订票|酒店|低保|医保|社保|报销|养老金|贷款|股票|彩票|招聘|招工|招(服务员|人|司机|厨师|保安)|找工作|打工|考试|驾照|驾驶证|证(去|在)?哪(里|儿)?办|办证|打猎|狩猎|身份证|护照|户口|结婚|离婚|签证|年检|单板|双板|新手|罚款|违章|扣分|房价|租房|快递|外卖|菜谱|红烧|好吃|做菜|减肥|化妆|hpv|足球|国足|篮球|球赛|比赛|几点踢|游戏|电影|电视剧|歌|小说|星座|算命|天气预报|几号放假|怎么说.*语|用.{1,3}语怎么说/;

  // What kinds of pages and items a query asks for, by the words it uses.
  const WANTS = [
    [/谁(来)?(负责|管|牵头|干|出|去)|归谁|谁的(责任|职责)|哪个(部门|单位)|哪家|职责|责任|分工/, { checklist: 1.5, unit: 1.5, duty: 1.5, plan: 1.2, overview: 1.2, manual: 1.1 }],
    [/怎么(办|救|做|处理|躲|防)|咋(办|整|弄|救)|自救|互救|急救|能(不能|吃|喝|开|出)|可以.*吗|要不要|逃|躲|预防|注意什么|行不|行吗/, { guide: 1.4, topic: 1.4, message: 1.3 }],
    [/先(干|做)|该(干|做)|要(干|做)什么|第一步|干啥/, { manual: 1.3, action: 1.2, checklist: 1.2, unit: 1.2, guide: 1.1 }],
    [/上报|报告|首报|续报|终报|补报|报给|往哪报|几小时|多久.*报|报送|时限|迟报|瞒报/, { report: 1.8, manual: 1.3 }],
    [/演练|脚本|桌面|推演|双盲|题卡|情景|注入|评估员|导调|咋演|第.幕|那一幕|叫停|口令|练(的|不|一|时)|还练/, { drill: 2.6 }],
    [/什么意思|是什么|啥意思|定义|叫什么|区别/, { term: 1.6, glossary: 1.4, document: 1.3 }],
    [/[分定算]?几级|哪一级|够不够|等级|分级|级别/, { overview: 1.7, plan: 1.3 }],
    [/依据|第.{1,4}条|法律|哪部法|条例|出处|文件|工作要点/, { source: 1.6, sources: 1.5, mandate: 1.5 }],
    [/表格|表单|登记表|台账|填什么|怎么填|单子|[\u4e00-\u9fff]表(?![\u4e00-\u9fff])|首报单|记录表|联系表/, { form: 2 }],
    [/启动|响应|谁批准|谁签发|谁宣布|升级|终止|一级|二级|三级|四级/, { overview: 1.3, manual: 1.2, action: 1.1 }],
    [/电话|打几|号码|热线|求助|报警/, { hotline: 1.6 }],
    [/待核|空白|没填|谁来填/, { open_points: 2, maintainer: 1.5, document: 1.3 }],
    [/怎么用|离线|u盘|打印|印出来|下载|没有网|没网|手机(上|打开|看)|安卓|苹果|微信|授权|许可|网站|这本|本站/, { document: 2.2 }],
  ];

  function table(pairs) {
    const map = new Map();
    for (let i = 0; i < pairs.length; i += 2) map.set(pairs[i], pairs[i + 1]);
    return map;
  }

  // One form for every way of writing: width, case, traditional characters, levels.
  function plainer(traditional) {
    const simple = table(traditional);
    const written = simple.size ? new RegExp(`[${Array.from(simple.keys()).join("")}]`, "g") : /$^/;
    return (text) => {
      let plain = text.normalize("NFKC").toLowerCase();
      plain = plain.replace(/[-−－]\s*(?=\d+\s*(°c|度|摄氏度))/g, "零下").replace(/\s*(°c|摄氏度)/g, "度");
      plain = plain.replace(written, (sign) => simple.get(sign));
      return plain.replace(/(^|[^a-z0-9])(iv|i{1,3}|[1-4])(?=级)/g, (_, before, level) => before + LEVELS[level]);
    };
  }

  // How words sound, ignoring what many speakers do not tell apart (zh/z, ng/n).
  function listener(sounds, readings) {
    const syllables = new Map();
    sounds.split(",").forEach((group) => {
      const syllable = /^[a-z]+/.exec(group)[0];
      Array.from(group.slice(syllable.length)).forEach((sign) => syllables.set(sign, syllable));
    });
    return (word) => {
      const read = readings[word];
      return read ? read.split(" ") : Array.from(word, (sign) => syllables.get(sign) || sign);
    };
  }

  function blurred(syllable) {
    return syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^l/, "n");
  }

  // Chinese characters one by one, runs of letters and digits, and one space for all else.
  function signs(text) {
    return text.match(/[\u4e00-\u9fff]|[a-z0-9.]+|[^\u4e00-\u9fffa-z0-9.]+/g).map((sign) => (/^[\u4e00-\u9fffa-z0-9.]/.test(sign) ? sign : " "));
  }

  function pairs(run) {
    const found = [];
    for (let i = 0; i + 1 < run.length; i += 1) found.push(run[i] + run[i + 1]);
    return found;
  }

  function wants(plain) {
    const factors = {};
    WANTS.forEach(([asked, kinds]) => {
      if (asked.test(plain)) {
        Object.keys(kinds).forEach((kind) => { factors[kind] = Math.max(factors[kind] || 1, kinds[kind]); });
      }
    });
    return factors;
  }

  root.handbookWords = { HAN: HAN, SAID: SAID, plainer: plainer, listener: listener, blurred: blurred, signs: signs, pairs: pairs, wants: wants, ELSEWHERE: ELSEWHERE };
})(typeof self === "undefined" ? this : self);
