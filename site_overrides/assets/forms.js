/* Prints one form of a manual alone. Without it the whole manual is printed, a form a sheet. */
(function () {
  "use strict";
  const root = document.documentElement;

  document.querySelectorAll(".print-one").forEach((button) => {
    const part = button.closest(".part");
    button.hidden = false;
    button.addEventListener("click", () => {
      const printed = [part.previousElementSibling, part];
      function mark(on) {
        root.classList.toggle("one-form", on);
        // The mark above it must not take a sheet of another shape.
        root.classList.toggle("across", on && part.classList.contains("across"));
        printed.forEach((one) => { one.classList.toggle("printed", on); });
      }
      window.addEventListener("afterprint", () => { mark(false); }, { once: true });
      mark(true);
      window.print();
    });
  });
})();
