/* Ticks of a unit's checklist, kept on the device.

   Kept under edition, plan, sheet and action: a group's action stands on the sheet of each of
   its units, and each ticks its own part, so one unit's tick never says that another has done
   it. All pages opened from folders share one store: nothing about persons is ever kept. */
(function () {
  "use strict";

  const START = "handbook-ticks";
  const REFUSED = "本机不让保存，请打印或手写。现在打的勾，关掉网页就没了；要留就先导出。";
  const refusals = [];
  const unkept = new Map();
  let refused = false;

  function attempt(act, otherwise) {
    try {
      return act(window.localStorage);
    } catch (error) {
      if (!refused) {
        refused = true;
        refusals.forEach((tell) => tell());
      }
      return otherwise;
    }
  }

  function probe() {
    attempt((store) => {
      store.setItem(START, "1");
      store.removeItem(START);
    });
  }

  function keyOf(place, action) {
    const steps = [place.edition, place.plan, place.sheet, action];
    return [START].concat(steps.map(encodeURIComponent)).join("/");
  }

  // The time of a tick, or 0. Other local pages can write here too: what is no time is no tick.
  function ticked(key) {
    const kept = unkept.has(key) ? unkept.get(key) : attempt((store) => store.getItem(key), null);
    return /^\d{12,14}$/.test(kept || "") ? Number(kept) : 0;
  }

  function keep(key, time) {
    unkept.set(key, time ? String(time) : "");
    attempt((store) => {
      if (time) {
        store.setItem(key, String(time));
      } else {
        store.removeItem(key);
      }
      unkept.delete(key);
    });
  }

  function keysUnder(start) {
    const kept = attempt((store) => Array.from({ length: store.length }, (_, i) => store.key(i)), []);
    return kept.concat(Array.from(unkept.keys())).filter((key) => key && key.startsWith(start));
  }

  function clear(keys) {
    keys.forEach((key) => keep(key, 0));
  }

  // Beijing time whatever the device's zone: "2026-11-24 03:12".
  function clock(time) {
    return new Date(time + 8 * 3600 * 1000).toISOString().slice(0, 16).replace("T", " ");
  }

  function element(name, attributes, text) {
    const made = document.createElement(name);
    Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  function button(text, act) {
    const made = element("button", { type: "button", class: "button" }, text);
    made.addEventListener("click", () => act(made));
    return made;
  }

  function words(node) {
    const texts = node ? Array.from(node.childNodes, (n) => (n.nodeType === 3 ? n.data : words(n))) : [];
    return texts.join(" ").replace(/\s+/g, " ").trim();
  }

  function noticeIn(holder) {
    const show = () => {
      holder.insertBefore(element("p", { class: "tick-notice", role: "alert" }, REFUSED), holder.firstChild);
    };
    if (refused) {
      show();
    } else {
      refusals.push(show);
    }
  }

  function startSheet(head) {
    const place = head.dataset;
    const rows = Array.from(document.querySelectorAll("tr[data-action]"));
    const lines = rows.map((row) => lineOf(row, place, paint));
    const groups = Array.from(document.querySelectorAll(".ticks"), (table) => {
      const note = element("p", { class: "screen", hidden: "" }, "这一组都做完了。");
      table.parentNode.insertBefore(note, table.nextSibling);
      return [table, note];
    });
    const progress = element("p", { role: "status" });
    const filter = button("只看没做完的", () => show(filter.getAttribute("aria-pressed") !== "true"));
    const bar = element("div", { class: "tick-bar screen" });
    const tools = element("div", { class: "tick-tools screen", role: "group", "aria-label": "本机的勾" });
    const panel = element("div", { class: "tick-export screen" });

    function done() {
      return lines.filter((line) => line.time()).length;
    }

    function paint() {
      lines.forEach((line) => line.paint());
      progress.textContent = `已完成 ${done()}/${lines.length}`;
    }

    // Lines ticked while the rest is hidden stay until the filter is set anew: a slip of the
    // thumb must be seen to be undone.
    function show(onlyOpen) {
      filter.setAttribute("aria-pressed", String(onlyOpen));
      document.body.classList.toggle("only-open", onlyOpen);
      lines.forEach((line) => line.row.classList.toggle("out", Boolean(line.time())));
      document.querySelectorAll(".ticks tbody").forEach((body) => {
        body.classList.toggle("out", !body.querySelector("tr[data-action]:not(.out)"));
      });
      groups.forEach(([table, note]) => {
        const nothing = !table.querySelector("tbody:not(.out)");
        table.classList.toggle("out", nothing);
        note.hidden = !(onlyOpen && nothing);
      });
    }

    function text() {
      const now = Date.now();
      const told = [place.mark, place.edition, place.title];
      told.push(`${clock(now)} 导出（北京时间，按本机时钟）`, `已完成 ${done()}/${lines.length}`);
      let group = "";
      lines.forEach((line) => {
        if (line.group !== group) {
          group = line.group;
          told.push("", group);
        }
        told.push(line.text());
      });
      told.push("", "姓名：　　　　　　签字：", place.mark);
      return told.join("\r\n");
    }

    function exported() {
      const shown = text();
      const area = element("textarea", { readonly: "", "aria-label": "导出的文字" });
      area.value = shown;
      const said = element("p", { role: "status" });
      const saved = button("存成文本文件", () => {
        // The mark at the start lets old editors see that this is UTF-8.
        const file = new Blob(["\ufeff" + shown], { type: "text/plain;charset=utf-8" });
        const link = element("a", { href: URL.createObjectURL(file), download: fileName(place) });
        document.body.appendChild(link);
        link.click();
        document.body.removeChild(link);
        said.textContent = "已交给浏览器保存，一般在“下载”里。";
      });
      const copied = button("复制", () => {
        area.select();
        said.textContent = document.execCommand("copy") ? "已复制。" : "没复制成，请长按上面的文字自己复制。";
      });
      const row = element("div", { class: "tick-tools" });
      row.append(saved, copied, button("收起", () => { panel.textContent = ""; }), said);
      panel.textContent = "";
      panel.append(area, row);
      area.focus();
    }

    function restart() {
      const count = done();
      const question = `新事件清零：清掉这张清单在本机上的 ${count} 个勾和时间。清掉就找不回来，要留底请先导出。现在清吗？`;
      if (count && window.confirm(question)) {
        clear(lines.map((line) => line.key));
        lines.forEach((line) => line.forget());
        show(false);
        paint();
      }
    }

    tools.append(button("导出", exported), button("打印", () => window.print()), button("新事件清零", restart));
    tools.append(element("p", { class: "source" }, "勾和时间只存在这台设备的这个浏览器里，不上传；取消再勾，时间重记。"));
    noticeIn(head);
    head.append(tools, panel);
    bar.append(progress, filter);
    const part = head.closest(".part");
    part.parentNode.insertBefore(bar, part.nextSibling);
    document.documentElement.classList.add("ticking");
    window.addEventListener("storage", paint);
    window.addEventListener("pageshow", paint);
    paint();
  }

  function fileName(place) {
    const when = clock(Date.now()).replace(/[-:]/g, "").replace(" ", "-");
    return `checklist-${place.plan}-${place.sheet}-${when}.txt`;
  }

  function lineOf(row, place, changed) {
    const key = keyOf(place, row.dataset.action);
    const label = element("label", {});
    const input = element("input", { type: "checkbox" });
    const cell = row.querySelector(".time");
    const rule = cell.innerHTML;
    const action = words(row.querySelector(".do > a"));
    const phase = words(row.parentNode.querySelector(".phase"));
    const post = words(row.closest("table").querySelector(".running"));
    const limit = words(row.querySelector(".limit, .open"));
    let before = 0;

    input.setAttribute("aria-label", `完成：${action}`);
    label.append(input, row.querySelector(".box"));
    row.querySelector(".tick").append(label);
    input.addEventListener("change", () => {
      before = input.checked ? 0 : ticked(key);
      keep(key, input.checked ? Date.now() : 0);
      changed();
    });

    function paint() {
      const time = ticked(key);
      input.checked = Boolean(time);
      row.classList.toggle("done", Boolean(time));
      cell.classList.toggle("kept", Boolean(time || before));
      if (time) {
        const [day, minute] = clock(time).split(" ");
        cell.textContent = "";
        cell.append(element("span", { class: "stamp" }, minute), element("small", {}, day.slice(5)));
      } else {
        cell.innerHTML = rule;
        if (before) {
          cell.append(element("small", { class: "screen" }, `已取消，原记 ${clock(before).slice(11)}`));
        }
      }
    }

    return {
      row: row,
      key: key,
      group: `${post}·${phase}`,
      time: () => ticked(key),
      forget: () => { before = 0; },
      paint: paint,
      text: () => {
        const time = ticked(key);
        const sign = time ? `[√ ${clock(time)}]` : "[　]";
        return `${sign} ${action}（时限：${limit}）`;
      },
    };
  }

  function startIndex(head) {
    const place = head.dataset;
    const start = [START, place.edition, place.plan, ""].map((step, i) => (i ? encodeURIComponent(step) : step)).join("/");
    const doors = Array.from(document.querySelectorAll("[data-count]"));
    const counts = doors.map((door) => door.appendChild(element("span", { class: "done-count screen" })));
    const tools = element("div", { class: "tick-tools screen" });

    function paint() {
      const kept = keysUnder(start).filter(ticked);
      doors.forEach((door, i) => {
        const own = kept.filter((key) => key.startsWith(`${start}${door.dataset.sheet}/`)).length;
        counts[i].textContent = own ? `本机已完成 ${own}/${door.dataset.count}` : "";
      });
      tools.hidden = !kept.length;
    }

    function restart() {
      const kept = keysUnder(start).filter(ticked);
      const question = `新事件清零：清掉这部预案所有清单在本机上的 ${kept.length} 个勾和时间。清掉就找不回来，要留底请先到各张清单导出。现在清吗？`;
      if (window.confirm(question)) {
        clear(kept);
        paint();
      }
    }

    tools.append(button("新事件清零（全部单位）", restart));
    head.append(tools);
    noticeIn(head);
    window.addEventListener("storage", paint);
    window.addEventListener("pageshow", paint);
    paint();
  }

  const sheet = document.querySelector(".sheet[data-edition]");
  const sheets = document.querySelector(".sheets[data-edition]");
  if (sheet || sheets) {
    probe();
  }
  if (sheet) {
    startSheet(sheet);
  }
  if (sheets) {
    startIndex(sheets);
  }
})();
