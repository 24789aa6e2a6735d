// A text about a citizen that seems to name a diagnosis: said beside the field while there is time to word it otherwise.
parts.set('[data-advice]', (about) => {
  const patterns = [new RegExp(about.dataset.adviceCodes, 'u'), new RegExp(about.dataset.adviceWords, 'iu')];
  about.addEventListener('change', ({ target }) => {
    if (!target.matches('textarea, input[type=text], input:not([type])')) return;
    const named = patterns.some((pattern) => pattern.test(target.value.normalize('NFC')));
    let note = target.parentElement.querySelector('.text-advice');
    if (!named) return note?.remove();
    if (note) return;
    note = document.createElement('p');
    note.className = 'text-advice';
    note.setAttribute('role', 'status');
    target.after(note);
    // A status is read aloud when its words come, so they come after it.
    note.textContent = about.dataset.advice;
  });
});
