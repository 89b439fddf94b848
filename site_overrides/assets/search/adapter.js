/* Our engine behind the theme's search box: it stands in for the worker the theme starts.

   The theme says SETUP, is told READY, sends QUERY and shows RESULT. Its own index and worker are
   never loaded; ours come as scripts when somebody searches. Nothing typed leaves the page or is
   kept. What the theme has no place for (answers, filters, nothing found) is in panel.js. */
(function () {
  "use strict";

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const here = document.currentScript.src;
  const PARTS = ["words.js", "asking.js", "engine.js", "../../search/data.js"];
  const Native = window.Worker;
  let search = null;
  let loading = null;

  function script(path) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = new URL(path, here).href;
      element.onload = done;
      element.onerror = failed;
      document.head.appendChild(element);
    });
  }

  function load() {
    const each = (before, path) => before.then(() => script(path));
    loading = loading || PARTS.reduce(each, Promise.resolve()).then(() => {
      search = window.handbookEngine(window.handbookData);
    });
    return loading;
  }

  function escaped(text) {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  }

  // One pattern for all terms, the longest first.
  function patternOf(terms) {
    const longest = terms.slice().sort((a, b) => b.length - a.length);
    return new RegExp(longest.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|") || "(?!)", "gi");
  }

  // The text with the terms marked, from shortly before the first of them.
  function teaser(text, pattern, length) {
    const first = text.search(pattern);
    const start = first > 30 ? first - 20 : 0;
    return (start ? "…" : "") + marked(text.slice(start, start + length), pattern) + (start + length < text.length ? "…" : "");
  }

  function marked(text, pattern) {
    let html = "";
    let at = 0;
    text.replace(pattern, (term, place) => {
      html += `${escaped(text.slice(at, place))}<mark>${escaped(term)}</mark>`;
      at = place + term.length;
    });
    return html + escaped(text.slice(at));
  }

  function shown(page, pattern) {
    const one = (item) => ({
      location: item.anchor ? `${page.path}#${item.anchor}` : page.path,
      title: marked(item.title || page.title, pattern),
      text: teaser(item.text, pattern, 110),
      score: item.score,
      terms: {},
    });
    const found = page.items.filter((item) => item.anchor);
    const start = page.items.find((item) => !item.anchor && item.text);
    // The theme folds away what scores below the page: its two best sections are to be seen.
    const seen = found.length ? found[Math.min(1, found.length - 1)].score : page.score;
    const head = { location: page.path, title: marked(page.title, pattern), text: start ? teaser(start.text, pattern, 110) : "", score: seen, terms: {} };
    return [head].concat(found.map(one));
  }

  function StandIn() {
    const heard = [];
    const tell = (type, data) => heard.forEach((listener) => listener({ data: { type: type, data: data } }));
    let last = "";

    function answer(query, only) {
      const found = query.trim() ? search(query, only) : { pages: [], cards: [], terms: [] };
      const pattern = patternOf(found.terms);
      window.handbookPanel.show(query, found, only, (chosen) => { answer(last, chosen); });
      tell(RESULT, { items: found.pages.map((page) => shown(page, pattern)) });
    }

    this.addEventListener = (_, listener) => heard.push(listener);
    this.removeEventListener = () => undefined;
    this.terminate = () => undefined;
    this.postMessage = ({ type, data }) => {
      if (type === SETUP) tell(READY);
      if (type !== QUERY) return;
      last = data;
      if (!data.trim() && !search) return;
      load().then(() => answer(last), () => window.handbookPanel.broken());
    };
  }

  window.Worker = function Worker(url, options) {
    return /workers\/search/.test(url) ? new StandIn() : new Native(url, options);
  };
}());
