/* The other way to search, tried and not shipped: an index of pairs of characters made beforehand.

   Given the data the site has loaded, compares looking up the terms of questions in such an index
   with scanning the texts, as the engine does. Both must find the same lines as often. */
(questions) => {
  "use strict";

  const data = window.handbookData;
  const { plainer, HAN } = window.handbookWords;
  const plain = plainer(data.traditional);
  const search = window.handbookEngine(data);

  const planNames = new Map(data.plans.map(([id, , names]) => [id, names]));
  const fields = [[], [], []];
  data.pages.forEach(([, , plan, title, aliases, items]) => {
    fields[2].push([title].concat(aliases, planNames.get(plan) || []).join("|"));
    items.forEach(([, , name, text, more]) => {
      fields[0].push(text.replace(/\n/g, " "));
      fields[1].push([name].concat(more || []).join("|"));
    });
  });

  // Han characters one by one, words and numbers whole, everything else as a border.
  const signs = (text) => text.match(/[\u4e00-\u9fff]|[a-z]+|[0-9]+|[^\u4e00-\u9fffa-z0-9]+/g) || [];
  const says = (sign) => HAN.test(sign) || /^[a-z0-9]/.test(sign);

  function keys(text) {
    const found = [];
    const run = signs(text);
    run.forEach((sign, i) => {
      if (/^[a-z0-9]/.test(sign)) found.push(sign);
      if (i && says(sign) && says(run[i - 1])) found.push(run[i - 1] + sign);
    });
    return found;
  }

  // Made beforehand: each pair with the lines it stands in, each as its distance from the last.
  function prebuilt() {
    return JSON.stringify(fields.map((lines) => {
      const index = {};
      const last = {};
      lines.forEach((line, at) => {
        const counts = {};
        keys(plain(line)).forEach((key) => { counts[key] = (counts[key] || 0) + 1; });
        Object.keys(counts).forEach((key) => {
          index[key] = index[key] || [];
          index[key].push(at - (last[key] || 0), counts[key]);
          last[key] = at;
        });
      });
      return index;
    }));
  }

  const digit = (sign) => sign >= "0" && sign <= "9";
  const letter = (sign) => sign >= "a" && sign <= "z";
  const joined = (a, b) => (digit(a) && digit(b)) || (letter(a) && letter(b));

  function column(lines) {
    const starts = [0];
    const texts = lines.map(plain);
    texts.forEach((line) => starts.push(starts[starts.length - 1] + line.length + 1));
    return { text: texts.join("\n"), starts: starts };
  }

  function scanned(field, term) {
    const found = new Map();
    let line = 0;
    for (let at = field.text.indexOf(term); at >= 0; at = field.text.indexOf(term, at + term.length)) {
      if (joined(field.text.charAt(at - 1), term[0])) continue;
      if (joined(term[term.length - 1], field.text.charAt(at + term.length))) continue;
      while (field.starts[line + 1] <= at) line += 1;
      found.set(line, (found.get(line) || 0) + 1);
    }
    return found;
  }

  function unpacked(list) {
    const found = new Map();
    let line = 0;
    for (let i = 0; list && i < list.length; i += 2) {
      line += list[i];
      found.set(line, list[i + 1]);
    }
    return found;
  }

  function lookedUp(index, lines, term) {
    const wanted = keys(term);
    const lists = wanted.map((key) => index[key]);
    if (!wanted.length || lists.some((list) => !list)) return new Map();
    const whole = wanted.length === 1 && wanted[0] === term;
    const sorted = lists.sort((a, b) => a.length - b.length).map(unpacked);
    if (whole) return sorted[0];
    const found = new Map();
    sorted[0].forEach((_, line) => {
      if (!sorted.every((list) => list.has(line))) return;
      const times = scanned({ text: plain(lines[line]), starts: [0, Infinity] }, term).get(0);
      if (times) found.set(line, times);
    });
    return found;
  }

  function timed(work) {
    const before = performance.now();
    const made = work();
    return [made, performance.now() - before];
  }

  const stored = prebuilt();
  const [columns, scanReady] = timed(() => fields.map(column));
  const [indexes, indexReady] = timed(() => JSON.parse(stored));
  const times = { whole: [], scan: [], index: [] };
  let differ = 0;
  questions.forEach((question) => {
    const [answer, whole] = timed(() => search(question));
    const terms = answer.terms;
    const [one, scan] = timed(() => terms.map((term) => columns.map((field) => scanned(field, term))));
    const [other, index] = timed(() => terms.map((term) => indexes.map((field, i) => lookedUp(field, fields[i], term))));
    terms.forEach((_, i) => one[i].forEach((found, j) => {
      if (JSON.stringify(Array.from(found)) !== JSON.stringify(Array.from(other[i][j]))) differ += 1;
    }));
    times.whole.push(whole);
    times.scan.push(scan);
    times.index.push(index);
  });
  return {
    bytes: new TextEncoder().encode(stored).length,
    sections: fields[0].length,
    scanReady: scanReady,
    indexReady: indexReady,
    differ: differ,
    whole: times.whole,
    scan: times.scan,
    index: times.index,
  };
}
