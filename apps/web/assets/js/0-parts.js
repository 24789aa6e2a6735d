// Each file below names the elements it brings to life. They start once each: those of the page, and those htmx puts in later.
const parts = new Map();
const startParts = () => {
  for (const [selector, start] of parts) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.dataset.started) continue;
      element.dataset.started = 'yes';
      start(element);
    }
  }
};
document.addEventListener('DOMContentLoaded', startParts);
document.addEventListener('htmx:after:swap', startParts);
