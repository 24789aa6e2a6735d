// Small comforts on pages that work without them. Nothing here reads or keeps data about citizens.
document.documentElement.classList.add('js');

// The summary of errors takes the focus, so that a keyboard or screen reader starts there.
document.querySelector('[data-focus]')?.focus();

// "/" goes to the search field, unless one is writing. `data-no-shortcuts` on body turns it off (WCAG 2.1.4).
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.body.hasAttribute('data-no-shortcuts')) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const search = document.querySelector('[role=search] input:not([type=hidden]), input[type=search]');
  if (!search) return;
  event.preventDefault();
  search.focus();
});

// A toast goes away by itself, but not while someone points at it or stands in it.
parts.set('[data-toast]', (bar) => {
  // A status is read aloud when it changes, not when it was there from the start: the sentence is said once the page is.
  const words = bar.querySelector('span');
  if (words && document.readyState !== 'complete') {
    const sentence = words.textContent;
    words.textContent = '';
    addEventListener('load', () => setTimeout(() => (words.textContent = sentence)), { once: true });
  }
  if (bar.dataset.draftDone) localStorage.removeItem(`draft:${bar.dataset.draftDone}`);
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => bar.remove(), Number(bar.dataset.toast) * 1000);
  };
  const hold = () => clearTimeout(timer);
  for (const name of ['pointerenter', 'focusin']) bar.addEventListener(name, hold);
  for (const name of ['pointerleave', 'focusout']) bar.addEventListener(name, wait);
  bar.querySelector('[data-close]')?.addEventListener('click', () => bar.remove());
  wait();
});

// Filters are in sight on a wide window and fold away on a phone.
parts.set('[data-phone-closed]', (details) => {
  if (window.matchMedia('(max-width: 640px)').matches) details.open = false;
});

// Printing is the browser's: without scripts there is its own menu.
parts.set('[data-print]', (button) => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});
