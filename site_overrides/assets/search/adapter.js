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

  // The text with the terms marked, from shortly before the first of them.
  function teaser(text, terms, length) {
    const first = terms.reduce((at, term) => {
      const found = text.toLowerCase().indexOf(term);
      return found >= 0 && (at < 0 || found < at) ? found : at;
    }, -1);
    const start = first > 30 ? first - 20 : 0;
    const shown = text.slice(start, start + length);
    return (start ? "…" : "") + marked(shown, terms) + (start + length < text.length ? "…" : "");
  }

  function marked(text, terms) {
    const lower = text.toLowerCase();
    let html = "";
    let at = 0;
    while (at < text.length) {
      const term = terms.find((one) => lower.startsWith(one, at));
      html += term ? `<mark>${escaped(text.slice(at, at + term.length))}</mark>` : escaped(text[at]);
      at += term ? term.length : 1;
    }
    return html;
  }

  function shown(page, terms) {
    const one = (item) => ({
      location: item.anchor ? `${page.path}#${item.anchor}` : page.path,
      title: marked(item.title || page.title, terms),
      text: teaser(item.text, terms, 110),
      score: item.score,
      terms: {},
    });
    const found = page.items.filter((item) => item.anchor);
    const start = page.items.find((item) => !item.anchor && item.text);
    // The theme folds away what scores below the page: its two best sections are to be seen.
    const seen = found.length ? found[Math.min(1, found.length - 1)].score : page.score;
    const head = { location: page.path, title: marked(page.title, terms), text: start ? teaser(start.text, terms, 110) : "", score: seen, terms: {} };
    return [head].concat(found.map(one));
  }

  function StandIn() {
    const heard = [];
    const tell = (type, data) => heard.forEach((listener) => listener({ data: { type: type, data: data } }));
    let last = "";

    function answer(query, only) {
      const found = query.trim() ? search(query, only) : { pages: [], cards: [], terms: [] };
      const terms = found.terms.slice().sort((a, b) => b.length - a.length);
      window.handbookPanel.show(query, found, only, (chosen) => { answer(last, chosen); });
      tell(RESULT, { items: found.pages.map((page) => shown(page, terms)) });
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
