/* Filters the actions of a manual by level and unit, in place. Without it every row is there. */
(function () {
  "use strict";
  const box = document.getElementById("filter");
  const left = document.getElementById("filter-left");
  const rows = Array.prototype.slice.call(document.querySelectorAll(".actions tbody"));
  if (!box || !left || !rows.length) return;
  const tables = Array.prototype.slice.call(document.querySelectorAll(".actions"));
  const levels = Array.prototype.slice.call(document.querySelectorAll("h3[id^='level-']"));
  const units = Array.prototype.slice.call(document.querySelectorAll("[data-unit]"));

  function choice(id, title, all, options) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    label.textContent = title;
    select.id = id;
    select.add(new Option(all, ""));
    options.forEach(function (option) { select.add(new Option(option[0], option[1])); });
    select.addEventListener("change", function () { show(); remember(); });
    label.appendChild(select);
    box.appendChild(label);
    return select;
  }
  const level = choice("filter-level", "级别", "各级", levels.map(function (heading) {
    return [heading.textContent.replace("响应", ""), heading.id.slice(6)];
  }));
  const unit = choice("filter-unit", "单位", "所有单位", units.map(function (details) {
    return [details.querySelector("summary span").textContent, details.dataset.unit];
  }));
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "button";
  clear.textContent = "清除";
  clear.addEventListener("click", function () { choose("", ""); remember(); });
  box.appendChild(clear);

  function has(list, word) { return (" " + list + " ").indexOf(" " + word + " ") >= 0; }

  function fits(row) {
    const of = row.dataset;
    return (!level.value || !of.levels || has(of.levels, level.value)) &&
      (!unit.value || has(of.units || "", unit.value));
  }

  function show() {
    const asked = Boolean(level.value || unit.value);
    let kept = 0;
    rows.forEach(function (row) { row.hidden = !fits(row); kept += row.hidden ? 0 : 1; });
    tables.forEach(function (table) {
      const all = table.querySelectorAll("tbody").length;
      const gone = table.querySelectorAll("tbody[hidden]").length;
      let note = table.nextElementSibling;
      if (!note) {
        note = document.createElement("p");
        note.className = "source";
        table.parentNode.appendChild(note);
      }
      note.hidden = !gone;
      note.textContent = "这一阶段按筛选隐去 " + gone + " 项。";
      table.hidden = gone === all;
      // Whoever asks for some rows wants to see them.
      if (asked) table.closest("details").open = true;
    });
    const words = [level, unit].filter(function (select) { return select.value; })
      .map(function (select) { return select.options[select.selectedIndex].text; });
    left.hidden = !asked;
    left.textContent = asked ? "只看" + words.join("、") + "：剩 " + kept + " 项，共 " + rows.length + " 项。" : "";
    clear.hidden = !asked;
  }

  function choose(newLevel, newUnit) {
    level.value = newLevel;
    unit.value = newUnit;
    // A choice the page does not know selects nothing: then everything is shown.
    if (level.selectedIndex < 0) level.value = "";
    if (unit.selectedIndex < 0) unit.value = "";
    show();
  }

  function remember() {
    const words = [["level", level.value], ["unit", unit.value]]
      .filter(function (pair) { return pair[1]; })
      .map(function (pair) { return pair.join("="); }).join("&");
    // Browsers that forbid this for files only lose the choice at the next visit.
    try {
      history.replaceState(null, "", location.pathname + (words ? "?" + words : "") + location.hash);
    } catch (refused) { /* nothing to keep */ }
  }

  function reveal() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (target && target.hidden) {
      choose("", "");
      remember();
      target.scrollIntoView();
    }
  }

  // A print with rows missing looks like a whole one, so paper always bears them all.
  let chosen = ["", ""];
  window.addEventListener("beforeprint", function () {
    chosen = [level.value, unit.value];
    choose("", "");
  });
  window.addEventListener("afterprint", function () { choose(chosen[0], chosen[1]); });

  const asked = new URLSearchParams(location.search);
  box.hidden = false;
  choose(asked.get("level") || "", asked.get("unit") || "");
  window.addEventListener("hashchange", reveal);
  reveal();
})();
