/* Finds sections by a question in Chinese: handbookEngine(handbookData) gives search(query, only).

   The data are lists, made by generator/search:
     pages  [path, type, plan, title, [alias], [[anchor, kind, title, text, [alias]?]]]
     plans  [id, short, [name]]      groups  [[word meaning the same]]
     cards  [[asks], plan, title, [line], source, address]      absent [word of what is not told here]
     sounds, readings, traditional: how words sound and are written.

   There is no index: all texts stand in one string each field and are scanned, which costs a few
   milliseconds and no loading. A question is cut into concepts, each with its synonyms; what
   the words do not cover is cut into pairs of characters. An item's worth grows with the part of
   the question it covers; where too little is covered, nothing is found. */
(function (root) {
  "use strict";

  const { HAN, SAID, ELSEWHERE, plainer, listener, blurred, signs, pairs, wants } = root.handbookWords;
  const TYPES = { guide: 1.12, topic: 1.15, manual: 1, overview: 0.95, checklist: 0.8, unit: 0.85, drill: 0.7, glossary: 0.85, sources: 0.6, document: 0.7, home: 1, rules: 0.5, reference: 0.4, open_points: 0.6, maintainer: 0.5, style: 0.2, keywords: 0.2 };
  // Where there are manuals, those who look have them in mind first.
  const AT_WORK = { guide: 0.85, topic: 0.85, manual: 1.15, overview: 1, checklist: 0.95, unit: 0.9, drill: 0.8 };
  // Less of the question covered, or a fainter match, is no answer.
  const FLOOR = 0.35;
  const FAINT = 1.7;
  const UNKNOWN = 1.5;
  // What a single character says beside a pair: it stood alone, or its pair stands nowhere.
  const LONE = 0.3;
  const LOST = 0.35;
  // A word of something that is not told here weighs like several that are.
  const UNTOLD = 16;
  const MOST = 40;
  const SAID_BEFORE = new Set(SAID);
  const LONGEST_SAID = 4;

  // All texts of one field in one string, a line each; where each line starts.
  function column(lines) {
    const starts = [0];
    lines.forEach((line) => starts.push(starts[starts.length - 1] + line.length + 1));
    return { text: lines.join("\n"), starts: starts };
  }

  const digit = (sign) => sign >= "0" && sign <= "9";
  const letter = (sign) => sign >= "a" && sign <= "z";
  const joined = (a, b) => (digit(a) && digit(b)) || (letter(a) && letter(b));

  // How often a term stands in each line: Map of line to count.
  function counted(field, term) {
    const found = new Map();
    let line = 0;
    for (let at = field.text.indexOf(term); at >= 0; at = field.text.indexOf(term, at + term.length)) {
      // 2小时 is not part of 12小时, and ems not of items.
      if (joined(field.text.charAt(at - 1), term[0])) continue;
      if (joined(term[term.length - 1], field.text.charAt(at + term.length))) continue;
      while (field.starts[line + 1] <= at) line += 1;
      found.set(line, (found.get(line) || 0) + 1);
    }
    return found;
  }

  function engine(data) {
    const plain = plainer(data.traditional);
    const sound = listener(data.sounds, data.readings);
    const planNames = new Map(data.plans.map(([id, , names]) => [id, names]));
    const pages = data.pages.map(([path, type, plan, title, aliases]) => ({ path: path, type: type, plan: plan, title: title, names: [title].concat(aliases, planNames.get(plan) || []) }));
    const items = [];
    data.pages.forEach((given, page) => {
      items.push({ page: page, anchor: "", kind: given[1], title: given[3], text: "", names: [given[3]].concat(given[4]) });
      given[5].forEach(([anchor, kind, title, text, aliases]) => {
        items.push({ page: page, anchor: anchor, kind: data.kinds[kind], title: title, text: text, names: [title].concat(aliases || []) });
      });
    });
    const texts = column(items.map((item) => plain(item.text).replace(/\n/g, " ")));
    const titles = column(items.map((item) => plain(item.names.join("|"))));
    const heads = column(pages.map((page) => plain(page.names.join("|"))));
    const mean = texts.text.length / items.length;

    const same = new Map();
    data.groups.forEach((words) => {
      const group = words.map(plain);
      group.forEach((word) => same.set(word, (same.get(word) || []).concat(group)));
    });
    const types = Object.assign({}, TYPES, pages.some((page) => page.type === "manual") ? AT_WORK : {});
    const told = new Set([].concat(...pages.filter((page) => page.type === "guide" || page.type === "topic").map((page) => page.names.map(plain))));
    const absent = data.absent.map(plain);
    const vocabulary = new Set(same.keys());
    pages.forEach((page) => page.names.forEach((name) => vocabulary.add(plain(name))));
    items.forEach((item) => item.names.forEach((name) => vocabulary.add(plain(name))));
    const words = Array.from(vocabulary).filter((word) => word.length > 1 && word.length <= 10);
    const known = new Set(words);
    const heard = new Map();
    const spelt = new Map();
    words.forEach((word) => {
      if (!Array.from(word).every((sign) => HAN.test(sign))) return;
      const read = sound(word);
      const add = (map, key, meant) => {
        const before = map.get(key);
        if (!before) map.set(key, [meant]);
        else if (!before.includes(meant)) before.push(meant);
      };
      add(heard, read.map(blurred).join(" "), word);
      add(spelt, read.join(""), word);
      add(spelt, read.map((syllable) => syllable[0]).join(""), word);
      // People write a part of a name: two to four characters of it.
      for (let length = 2; length <= 4 && length < word.length; length += 1) {
        for (let start = 0; start + length <= word.length; start += 1) {
          const part = word.slice(start, start + length);
          if (!SAID_BEFORE.has(part)) add(spelt, read.slice(start, start + length).join(""), part);
        }
      }
    });

    function concept(word, weight) {
      const group = same.get(word) || [];
      const run = signs(word);
      return { word: word, weight: weight, terms: [word].concat(group.filter((other) => other !== word)), parts: run.length > 2 ? pairs(run) : [] };
    }

    // Letters that are no word of the texts: pinyin, whole or initials, of words we know.
    function fromPinyin(run) {
      const found = [];
      let rest = run;
      while (rest.length > 1) {
        let length = rest.length;
        while (length > 1 && !spelt.has(rest.slice(0, length))) length -= 1;
        if (length < 2 || (length < 4 && length < run.length)) return found;
        const meant = spelt.get(rest.slice(0, length));
        const merged = concept(meant[0], 1);
        meant.slice(1, 6).forEach((word) => { merged.terms = merged.terms.concat(concept(word, 1).terms); });
        found.push(merged);
        rest = rest.slice(length);
      }
      return found;
    }

    // A run no text knows: words that sound the same and share at least half of its characters.
    function fromSound(run) {
      const read = run.map((sign) => blurred(sound(sign)[0]));
      for (let length = Math.min(run.length, 6); length > 1; length -= 1) {
        for (let start = 0; start + length <= run.length; start += 1) {
          const meant = (heard.get(read.slice(start, start + length).join(" ")) || []).find((word) => {
            const alike = Array.from(word).filter((sign, i) => sign === run[start + i]).length;
            return alike * 2 >= length && alike < length;
          });
          if (meant) return { start: start, end: start + length, concept: concept(meant, 0.9) };
        }
      }
      return null;
    }

    const anywhere = (term) => texts.text.includes(term) || titles.text.includes(term) || heads.text.includes(term);

    // What no known word covers: pairs of characters; letters are pinyin where no text has them.
    function runConcepts(run) {
      if (run.length === 0) return [];
      if (run.length === 1 && HAN.test(run[0])) return anywhere(run[0]) ? [concept(run[0], LONE)] : [];
      if (run.length === 1) {
        const meant = anywhere(run[0]) ? [] : fromPinyin(run[0]);
        return meant.length ? meant : [concept(run[0], 1)];
      }
      const cut = pairs(run);
      if (!cut.every(anywhere)) {
        const repair = fromSound(run);
        if (repair) {
          return runConcepts(run.slice(0, repair.start)).concat([repair.concept], runConcepts(run.slice(repair.end)));
        }
      }
      const found = cut.map((pair) => concept(pair, 1 / Math.sqrt(cut.length)));
      // Of pairs that stand nowhere single characters may be left; they only help to rank.
      const lost = new Set();
      cut.forEach((pair, i) => { if (!anywhere(pair)) { lost.add(run[i]); lost.add(run[i + 1]); } });
      cut.forEach((pair, i) => { if (anywhere(pair)) { lost.delete(run[i]); lost.delete(run[i + 1]); } });
      lost.forEach((sign) => { if (HAN.test(sign) && anywhere(sign)) found.push(concept(sign, LOST / Math.sqrt(cut.length))); });
      return found;
    }

    // Known words by longest match; what is said around a question falls away; the rest is runs.
    function concepts(query) {
      const found = [];
      let run = [];
      const close = () => { found.push(...runConcepts(run)); run = []; };
      const text = signs(query);
      let at = 0;
      while (at < text.length) {
        if (text[at] === " ") { close(); at += 1; continue; }
        let taken = 0;
        for (let length = Math.min(10, text.length - at); length > 1 && !taken; length -= 1) {
          const word = text.slice(at, at + length).join("");
          if (known.has(word) && !SAID_BEFORE.has(word)) { close(); found.push(concept(word, 1)); taken = length; }
        }
        for (let length = Math.min(LONGEST_SAID, text.length - at); length > 0 && !taken; length -= 1) {
          if (SAID_BEFORE.has(text.slice(at, at + length).join(""))) { close(); taken = length; }
        }
        if (!taken && /[a-z]/.test(text[at])) { close(); run.push(text[at]); close(); taken = 1; }
        if (!taken) { run.push(text[at]); taken = 1; }
        at += taken;
      }
      close();
      // Nothing but small words: then they are the question.
      return found.length || !text.length ? found : pairs(text.filter((sign) => sign !== " ")).map((pair) => concept(pair, 1));
    }

    // What a concept is worth in each item, from 0 to about 4, and in how many items it stands.
    function weighed(one) {
      const inText = new Map();
      const inTitle = new Map();
      const onPage = new Map();
      const most = (map, line, value) => { if (!(map.get(line) >= value)) map.set(line, value); };
      const look = (term, share) => {
        counted(texts, term).forEach((times, line) => {
          const long = (texts.starts[line + 1] - texts.starts[line]) / mean;
          most(inText, line, share * (2.2 * times) / (times + 1.2 * (0.6 + 0.4 * long)));
        });
        counted(titles, term).forEach((times, line) => most(inTitle, line, share));
        counted(heads, term).forEach((times, line) => most(onPage, line, share));
      };
      one.terms.forEach((term, place) => look(term, place ? 0.85 : 1));
      const strong = new Set(Array.from(inText.keys()).concat(Array.from(inTitle.keys())));
      if (strong.size === 0) one.parts.forEach((part) => look(part, 0.7 / one.parts.length));
      return { text: inText, title: inTitle, page: onPage, count: new Set(Array.from(inText.keys()).concat(Array.from(inTitle.keys()))).size };
    }

    // What the handbook does not tell of, if the question names it; a word that has since become a
    // title or a name is told.
    function untold(asked) {
      const elsewhere = ELSEWHERE.exec(asked);
      if (elsewhere) return elsewhere[0];
      return absent.find((word) => asked.includes(word) && !titles.text.includes(word) && !heads.text.includes(word)) || "";
    }

    // Who names a hazard that is told here is answered, whatever else the question holds.
    function hazard(all) {
      return all.some((one) => told.has(one.word));
    }

    function ranked(query, only) {
      const asked = plain(query);
      const all = concepts(asked).slice(0, 24);
      const factors = wants(asked);
      const seen = all.map(weighed);
      // Words that stand nowhere say that something is missing, but not how much.
      const value = seen.map((one, i) => all[i].weight * (one.count ? Math.log(1 + (items.length - one.count + 0.5) / (one.count + 0.5)) : UNKNOWN));
      const whole = value.reduce((sum, one) => sum + one, untold(asked) && !hazard(all) ? UNTOLD : 0);
      const core = all.map((one) => one.word).join("");
      const onPage = pages.map(() => all.map(() => 0));
      items.forEach((item, line) => {
        seen.forEach((one, i) => {
          const share = Math.min(1, Math.max(one.text.get(line) || 0, one.title.get(line) || 0, one.page.get(item.page) || 0));
          if (share > onPage[item.page][i]) onPage[item.page][i] = share;
        });
      });
      const sum = (shares) => shares.reduce((total, share, i) => total + share * value[i], 0);
      const pageWorth = onPage.map(sum);
      const scored = [];
      items.forEach((item, line) => {
        const page = pages[item.page];
        if (only && ((only.type && only.type !== page.type) || (only.plan && only.plan !== page.plan))) return;
        let worth = 0;
        let covered = 0;
        let own = 0;
        seen.forEach((one, i) => {
          const text = one.text.get(line) || 0;
          const title = one.title.get(line) || 0;
          const head = one.page.get(item.page) || 0;
          covered += value[i] * Math.min(1, Math.max(text, title, head * 0.9));
          own += text || title ? value[i] : 0;
          worth += value[i] * (text + 1.8 * title + 0.8 * head);
        });
        if (!own) return;
        const coverage = (0.65 * covered + 0.35 * pageWorth[item.page]) / whole;
        const kind = Math.max(factors[item.kind] || 1, factors[page.type] || 1);
        let score = worth * (0.15 + 0.85 * coverage * coverage) * (types[page.type] || 0.7) * kind;
        if (core.length > 2 && titles.text.slice(titles.starts[line], titles.starts[line + 1]).includes(core)) score *= 1.3;
        scored.push({ line: line, score: score, covered: covered, coverage: coverage });
      });
      scored.sort((a, b) => b.score - a.score || a.line - b.line);
      return { all: all, scored: scored };
    }

    function grouped(scored) {
      const byPage = new Map();
      scored.forEach((one) => {
        const page = items[one.line].page;
        if (!byPage.has(page)) byPage.set(page, []);
        byPage.get(page).push(one);
      });
      return Array.from(byPage, ([page, found]) => ({
        path: pages[page].path,
        title: pages[page].title,
        type: pages[page].type,
        plan: pages[page].plan,
        score: found[0].score + 0.12 * (found.length > 1 ? found[1].score : 0),
        items: found.slice(0, 8).map((one) => ({ anchor: items[one.line].anchor, kind: items[one.line].kind, title: items[one.line].title, text: items[one.line].text, score: one.score })),
      })).sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
    }

    function cardsFor(query, all, top) {
      const asked = plain(query);
      const meant = new Set();
      all.forEach((one) => one.terms.forEach((term) => meant.add(term)));
      const named = data.plans.filter(([, , names]) => names.some((name) => asked.includes(plain(name)))).map(([id]) => id);
      const plans = named.length ? named : top ? [top.plan] : [];
      return data.cards.filter(([asks, plan]) => {
        const said = asks.some((word) => meant.has(plain(word)) || (asked.includes(plain(word)) && counted({ text: asked, starts: [0, asked.length + 1] }, plain(word)).size > 0));
        return said && (!plan || plans.includes(plan));
      }).slice(0, 3).map(([, , title, lines, source, address]) => ({ title: title, lines: lines, source: source, address: address }));
    }

    return function search(query, only) {
      const { all, scored } = ranked(query, only);
      const best = scored.reduce((most, one) => Math.max(most, one.coverage), 0);
      const found = best >= FLOOR && scored[0].score >= FAINT ? grouped(scored) : [];
      return {
        pages: found.slice(0, MOST),
        cards: found.length || !untold(plain(query)) ? cardsFor(query, all, found[0]) : [],
        untold: found.length ? "" : untold(plain(query)),
        terms: Array.from(new Set([].concat(...all.map((one) => one.terms.concat(one.parts))))).filter((term) => term.length > 1),
      };
    };
  }

  root.handbookEngine = engine;
})(typeof self === "undefined" ? this : self);
