// What was written on a phone without cover is there again. Only the named fields are kept; the page that says "done" forgets them.
parts.set('form[data-draft]', (form) => {
  const key = `draft:${form.dataset.draft}`;
  const names = (form.dataset.draftFields ?? '').split(' ').filter(Boolean);
  const controls = () => [...form.elements].filter((control) => names.includes(control.name));
  const isChoice = (control) => control.type === 'radio' || control.type === 'checkbox';
  const saved = JSON.parse(localStorage.getItem(key) ?? 'null');
  if (saved) {
    for (const control of controls()) {
      const values = saved[control.name] ?? [];
      if (isChoice(control)) control.checked = values.includes(control.value);
      else if (!control.value) control.value = values[0] ?? '';
    }
    // What depends on a field that is there again may have to be fetched, once htmx listens.
    setTimeout(() => form.dispatchEvent(new CustomEvent('draft', { detail: Object.keys(saved) })));
  }
  form.addEventListener('input', () => {
    const values = {};
    for (const control of controls())
      if (!isChoice(control) || control.checked) (values[control.name] ??= []).push(control.value);
    localStorage.setItem(key, JSON.stringify(values));
  });
});
