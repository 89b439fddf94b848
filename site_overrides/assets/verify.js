/* Computes a seal again: SHA-256 over the nonce's 32 bytes and the package. Nothing leaves the machine. */
(function () {
  "use strict";
  const box = document.querySelector(".verify");
  if (!box) { return; }
  const nonce = box.querySelector("#verify-nonce");
  const told = box.querySelector("#verify-hash");
  const file = box.querySelector("#verify-package");
  const result = box.querySelector(".verify-result");
  box.hidden = false;

  /* What is copied from paper or a page comes with blanks and line ends. */
  function bare(field) { return field.value.replace(/\s/g, "").toLowerCase(); }

  function show(look, lines) {
    result.className = "verify-result " + look;
    result.replaceChildren(...lines.map((line) => {
      const one = document.createElement("p");
      one.textContent = line;
      return one;
    }));
  }

  function hexadecimal(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function hashOf(key, content) {
    const all = new Uint8Array(32 + content.byteLength);
    all.set(Uint8Array.from(key.match(/../g), (pair) => parseInt(pair, 16)));
    all.set(new Uint8Array(content), 32);
    return crypto.subtle.digest("SHA-256", all).then((made) => hexadecimal(new Uint8Array(made)));
  }

  function check() {
    const key = bare(nonce), hash = bare(told), chosen = file.files[0];
    if (!/^[0-9a-f]{64}$/.test(key)) { return show("wrong", ["随机数应是 64 位，只有 0 到 9、a 到 f；请照原样抄。"]); }
    if (hash && !/^[0-9a-f]{64}$/.test(hash)) { return show("wrong", ["封存值应是 64 位，只有 0 到 9、a 到 f；请照原样抄。"]); }
    if (!window.crypto || !crypto.subtle) { return show("wrong", ["这个浏览器不能算 SHA-256；请看下面“这一页算不了的时候”。"]); }
    show("", ["正在算……"]);
    return (chosen ? chosen.arrayBuffer() : Promise.resolve(new ArrayBuffer(0)))
      .then((content) => hashOf(key, content))
      .then((found) => {
        const what = chosen ? "" : "没有选封存包，按空白封存值算。";
        if (!hash) { return show("", [what, "算出来的：" + found, "请和演练前存放或公布的那一行比一比。"].filter(Boolean)); }
        const lines = ["演练前存放或公布的：" + hash, "现在算出来的：" + found];
        return found === hash
          ? show("right", ["✓ 相符" + (chosen ? "。" : "：这是一条空白封存值，没有演练。"), ...lines])
          : show("wrong", ["✗ 不符。" + what, ...lines]);
      })
      .catch(() => { show("wrong", ["这个文件读不出来；请换一个地方存放再试。"]); });
  }

  box.querySelector("button").addEventListener("click", check);
})();
