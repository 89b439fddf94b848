/* Finds sections by a question in Chinese: handbookEngine(handbookData) gives search(query, only).

   The data are lists, made by generator/search:
     pages  [path, type, plan, title, [alias], [[anchor, kind, title, text, [alias]?]]]
     plans  [id, short, [name]]      groups  [[word meaning the same]]
     cards  [[asks], plan, title, [line], source, address]      absent [word of what is not told here]
     sounds, readings, traditional: how words sound and are written.

   There is no index: all texts stand in one string each field and are scanned, which costs a few
   milliseconds and no loading. A question is cut into concepts (asking.js), each with its synonyms.
   An item's worth grows with the part of the question it covers; where too little is covered,
   nothing is found. */
(function (root) {
  "use strict";

  const { ELSEWHERE, plainer, listener, wants } = root.handbookWords;
  const TYPES = { guide: 1.12, topic: 1.15, manual: 1, overview: 0.95, checklist: 0.8, unit: 0.85, drill: 0.7, glossary: 0.85, sources: 0.6, stock: 0.5, document: 0.7, home: 1, rules: 0.5, reference: 0.4, open_points: 0.6, ledger: 0.6, chain: 0.4, maintainer: 0.5, style: 0.2, keywords: 0.2 };
  // Where there are manuals, those who look have them in mind first.
  const AT_WORK = { guide: 0.85, topic: 0.85, manual: 1.15, overview: 1, checklist: 0.95, unit: 0.9, drill: 0.8 };
  // Less of the question covered, or a fainter match, is no answer.
  const FLOOR = 0.35;
  // Who is at work asks longer questions of more text, and sees for himself what is beside the point.
  const FLOOR_AT_WORK = 0.33;
  const FAINT = 1.7;
  const UNKNOWN = 1.5;
  // A word of something that is not told here weighs like several that are.
  const UNTOLD = 16;
  // A page whose title is the question, has it, or that is also called so.
  const TITLED = 3;
  const IN_TITLE = 1.6;
  const CALLED = { unit: 2 };
  const CALLED_ELSE = 1.15;
  const MOST_PAGES = 40;
  // Whoever reads on is looking for a page; each section drawn costs a slow phone 3 ms.
  const FIRST_PAGES = 5;
  const MOST_ITEMS = 3;
  const FEW_ITEMS = 1;
  const MOST_CARDS = 3;

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
    const planNames = new Map(data.plans.map(([id, , names]) => [id, names]));
    const pages = data.pages.map(([path, type, plan, title, aliases]) => ({ path: path, type: type, plan: plan, title: title, names: [title].concat(aliases, planNames.get(plan) || []).map(plain), own: aliases.length + 1 }));
    const items = [];
    data.pages.forEach((given, page) => {
      items.push({ page: page, anchor: "", kind: given[1], title: given[3], text: "", names: [given[3]].concat(given[4]).map(plain) });
      given[5].forEach(([anchor, kind, title, text, aliases]) => {
        items.push({ page: page, anchor: anchor, kind: data.kinds[kind], title: title, text: text, names: [title].concat(aliases || []).map(plain) });
      });
    });
    const texts = column(items.map((item) => plain(item.text).replace(/\n/g, " ")));
    const titles = column(items.map((item) => item.names.join("|")));
    const heads = column(pages.map((page) => page.names.join("|")));
    const mean = texts.text.length / items.length;

    const same = new Map();
    data.groups.forEach((words) => {
      const group = words.map(plain);
      group.forEach((word) => same.set(word, (same.get(word) || []).concat(group)));
    });
    const atWork = pages.some((page) => page.type === "manual");
    const types = Object.assign({}, TYPES, atWork ? AT_WORK : {});
    const floor = atWork ? FLOOR_AT_WORK : FLOOR;
    const told = new Set([].concat(...pages.filter((page) => page.type === "guide" || page.type === "topic").map((page) => page.names)));
    const absent = data.absent.map(plain);
    const vocabulary = new Set(same.keys());
    pages.concat(items).forEach((one) => one.names.forEach((name) => vocabulary.add(name)));
    const anywhere = (term) => texts.text.includes(term) || titles.text.includes(term) || heads.text.includes(term);
    const concepts = root.handbookAsking(vocabulary, same, listener(data.sounds, data.readings), anywhere);

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
      if (inText.size + inTitle.size === 0) one.parts.forEach((part) => look(part, 0.7 / one.parts.length));
      const count = inTitle.size + Array.from(inText.keys()).filter((line) => !inTitle.has(line)).length;
      return { text: inText, title: inTitle, page: onPage, count: count };
    }

    // What the handbook does not tell of, if the question names it; a word that has since become a
    // title or a name is told.
    function untold(asked) {
      if (vocabulary.has(asked)) return "";
      const elsewhere = ELSEWHERE.exec(asked);
      if (elsewhere) return elsewhere[0];
      return absent.find((word) => asked.includes(word) && !titles.text.includes(word) && !heads.text.includes(word)) || "";
    }

    function ranked(asked, all, only) {
      const factors = wants(asked);
      const seen = all.map(weighed);
      // Words that stand nowhere say that something is missing, but not how much.
      const value = seen.map((one, i) => all[i].weight * (one.count ? Math.log(1 + (items.length - one.count + 0.5) / (one.count + 0.5)) : UNKNOWN));
      // Who names a hazard that is told here is answered, whatever else the question holds.
      const missing = untold(asked) && !all.some((one) => told.has(one.word)) ? UNTOLD : 0;
      const whole = value.reduce((sum, one) => sum + one, missing);
      const core = all.map((one) => one.word).join("");
      const onPage = pages.map(() => all.map(() => 0));
      const lines = new Set();
      seen.forEach((one, i) => {
        const most = (line, share) => {
          const page = items[line].page;
          lines.add(line);
          onPage[page][i] = Math.max(onPage[page][i], Math.min(1, share));
        };
        one.text.forEach((share, line) => most(line, share));
        one.title.forEach((share, line) => most(line, share));
        one.page.forEach((share, page) => { onPage[page][i] = Math.max(onPage[page][i], Math.min(1, share)); });
      });
      const pageWorth = onPage.map((shares) => shares.reduce((total, share, i) => total + share * value[i], 0));
      const scored = [];
      Array.from(lines).sort((a, b) => a - b).forEach((line) => {
        const item = items[line];
        const page = pages[item.page];
        if (only && ((only.type && only.type !== page.type) || (only.plan && only.plan !== page.plan))) return;
        let worth = 0;
        let covered = 0;
        seen.forEach((one, i) => {
          const text = one.text.get(line) || 0;
          const title = one.title.get(line) || 0;
          const head = one.page.get(item.page) || 0;
          covered += value[i] * Math.min(1, Math.max(text, title, head * 0.9));
          worth += value[i] * (text + 1.8 * title + 0.8 * head);
        });
        const coverage = (0.65 * covered + 0.35 * pageWorth[item.page]) / whole;
        const kind = Math.max(factors[item.kind] || 1, factors[page.type] || 1);
        let score = worth * (0.15 + 0.85 * coverage * coverage) * (types[page.type] || 0.7) * kind;
        if (core.length > 2 && titles.text.slice(titles.starts[line], titles.starts[line + 1]).includes(core)) score *= 1.3;
        scored.push({ line: line, score: score, coverage: coverage });
      });
      return scored.sort((a, b) => b.score - a.score || a.line - b.line);
    }

    // The question may be just a name: as asked, or bare of the small words around it.
    function called(page, asked, core) {
      const just = (name) => name === asked || name === core;
      const [title, ...others] = page.names.slice(0, page.own);
      if (just(title)) return TITLED;
      const most = others.some(just) ? CALLED[page.type] || CALLED_ELSE : 1;
      return core.length > 1 && title.includes(core) ? Math.max(most, IN_TITLE) : most;
    }

    function grouped(scored, asked, core) {
      const byPage = new Map();
      scored.forEach((one) => {
        const page = items[one.line].page;
        if (!byPage.has(page)) byPage.set(page, []);
        byPage.get(page).push(one);
      });
      const found = Array.from(byPage, ([page, best]) => ({
        page: pages[page],
        best: best,
        score: (best[0].score + 0.12 * (best.length > 1 ? best[1].score : 0)) * called(pages[page], asked, core),
      }));
      found.sort((a, b) => b.score - a.score || (a.page.path < b.page.path ? -1 : 1));
      return found.slice(0, MOST_PAGES).map(({ page, best, score }, place) => ({
        path: page.path,
        title: page.title,
        type: page.type,
        plan: page.plan,
        score: score,
        items: best.slice(0, place < FIRST_PAGES ? MOST_ITEMS : FEW_ITEMS).map(({ line, score: own }) => ({ anchor: items[line].anchor, kind: items[line].kind, title: items[line].title, text: items[line].text, score: own })),
      }));
    }

    function cardsFor(asked, all, top) {
      const meant = new Set([].concat(...all.map((one) => one.terms)));
      const line = column([asked]);
      const named = data.plans.filter(([, , names]) => names.some((name) => asked.includes(plain(name)))).map(([id]) => id);
      const plans = named.length ? named : top ? [top.plan] : [];
      const asks = (word) => meant.has(word) || counted(line, word).size > 0;
      return data.cards.filter(([words, plan]) => words.some((word) => asks(plain(word))) && (!plan || plans.includes(plan)))
        .slice(0, MOST_CARDS).map(([, , title, lines, source, address]) => ({ title: title, lines: lines, source: source, address: address }));
    }

    return function search(query, only) {
      const asked = plain(query).trim();
      const all = concepts(asked);
      const core = all.map((one) => one.word).join("");
      const scored = ranked(asked, all, only);
      const best = scored.reduce((most, one) => Math.max(most, one.coverage), 0);
      const found = best >= floor && scored[0].score >= FAINT ? grouped(scored, asked, core) : [];
      const missing = found.length ? "" : untold(asked);
      return {
        pages: found,
        cards: missing ? [] : cardsFor(asked, all, found[0]),
        untold: missing,
        terms: Array.from(new Set([].concat(...all.map((one) => one.terms.concat(one.parts))))).filter((term) => term.length > 1),
      };
    };
  }

  root.handbookEngine = engine;
})(typeof self === "undefined" ? this : self);
