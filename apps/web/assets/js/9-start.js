// Parts that htmx puts in later are started the same way as those that came with the page.
const start = (root) => {
  root.querySelectorAll('[data-toast]').forEach(startToast);
  root.querySelectorAll('[data-live]').forEach(startLive);
  root.querySelectorAll('[data-combobox]').forEach(startCombobox);
  root.querySelectorAll('form[data-draft]').forEach(startDraft);
};
start(document);
document.addEventListener('htmx:after:swap', () => start(document));
