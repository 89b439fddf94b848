/* Above the results: answers to questions of fact, filters; and what to do when nothing is found. */
(function () {
  "use strict";

  const TYPES = { guide: "公众指南", topic: "专题", overview: "概览", manual: "操作手册", checklist: "责任清单", unit: "单位", drill: "演练", glossary: "用语", sources: "依据", stock: "注入库" };
  const base = new URL("../../", document.currentScript.src);

  function element(name, attributes, content) {
    const made = document.createElement(name);
    Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
    [].concat(content || []).forEach((part) => made.append(part));
    return made;
  }

  const link = (address, content) => element("a", { href: new URL(address, base).href }, content);

  function place() {
    const result = document.querySelector(".md-search-result");
    let panel = result.querySelector(".search-panel");
    if (!panel) {
      panel = element("div", { class: "search-panel" });
      result.insertBefore(panel, result.lastElementChild);
    }
    return panel;
  }

  function card(one) {
    const lines = one.lines.map((line) => element("p", {}, line));
    const foot = one.source ? [element("p", { class: "search-source" }, `依据：${one.source}`)] : [];
    return link(one.address, element("div", { class: "search-card" }, [element("strong", {}, one.title)].concat(lines, foot)));
  }

  function choice(label, chosen, act) {
    const made = element("button", { type: "button", "aria-pressed": String(chosen) }, label);
    // The box keeps the focus, so that typing goes on.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", act);
    return made;
  }

  // Filters are those of the results before any was chosen; they stay while one is.
  let offered = { query: "", types: [], plans: [] };

  function filters(query, found, only, choose) {
    if (!only || offered.query !== query) {
      const types = Array.from(new Set(found.pages.map((page) => page.type))).filter((type) => TYPES[type]);
      const plans = Array.from(new Set(found.pages.map((page) => page.plan))).filter(Boolean);
      offered = { query: query, types: types, plans: plans };
    }
    const names = new Map(window.handbookData.plans.map(([id, short]) => [id, short]));
    const now = only || {};
    const set = (key, value) => () => {
      const next = Object.assign({}, now);
      next[key] = next[key] === value ? "" : value;
      choose(next);
    };
    const buttons = [];
    if (offered.types.length > 1) {
      offered.types.forEach((type) => buttons.push(choice(TYPES[type], now.type === type, set("type", type))));
    }
    if (offered.plans.length > 1) {
      offered.plans.forEach((plan) => buttons.push(choice(names.get(plan), now.plan === plan, set("plan", plan))));
    }
    return buttons.length ? [element("div", { class: "search-filters", role: "group", "aria-label": "只看" }, buttons)] : [];
  }

  function nothing(untold) {
    const urgent = window.handbookData.cards.filter((one) => /^\d{3} /.test(one[2])).slice(0, 4);
    const calls = urgent.map((one) => element("a", { href: `tel:${one[2].slice(0, 3)}` }, one[2]));
    const guides = window.handbookData.pages.filter((page) => page[1] === "guide" || page[1] === "topic");
    return element("div", { class: "search-none" }, [
      element("p", {}, untold ? `本站没有写“${untold}”。去掉这个词再找，或者从下面找。` : "没有找到。换个说法试试，少打几个字，或者从下面找。"),
      element("p", { class: "search-calls" }, calls),
      element("ul", {}, guides.map((page) => element("li", {}, link(page[0], page[3])))),
      element("p", {}, link("keywords.html", "全部关键词（按拼音）")),
    ]);
  }

  // Pasting and speaking press no key, and the theme listens to keys only.
  function listen() {
    const box = document.querySelector(".md-search__input");
    // The theme's dialog has no name of its own.
    document.querySelector(".md-search").setAttribute("aria-label", "搜索");
    if (box) box.addEventListener("input", () => box.dispatchEvent(new Event("keyup")));
  }

  // Enter opens the best section; the theme would also count our own links above the results.
  function entered(event) {
    if (event.key !== "Enter" || !event.target.matches || !event.target.matches(".md-search__input")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const links = Array.from(document.querySelectorAll(".md-search-result__item:first-child .md-search-result__link"));
    const worth = (one) => Number(one.firstElementChild.dataset.mdScore);
    const best = links.sort((a, b) => worth(b) - worth(a))[0];
    if (best) best.click();
  }
  window.addEventListener("keydown", entered, true);
  // Without the theme's own empty index nobody is asked anything.
  window.addEventListener("error", (event) => {
    if (/search_index\.js$/.test(event.target.src || "")) window.handbookPanel.broken();
  }, true);

  window.handbookPanel = {
    show(query, found, only, choose) {
      const panel = place();
      panel.textContent = "";
      if (!query.trim()) return;
      panel.append(...(only ? [] : found.cards.map(card)), ...filters(query, found, only, choose));
      if (!found.pages.length && !found.cards.length) panel.append(nothing(found.untold));
    },
    broken() {
      place().textContent = "搜索用的文件没有装上，可能没有拷全。请用“目录”或关键词页找，或重新拷一份整个文件夹。";
    },
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", listen);
  else listen();
}());
