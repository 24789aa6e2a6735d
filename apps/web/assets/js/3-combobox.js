// Editable combobox with list autocomplete, after the ARIA Authoring Practices. The list is asked for while one writes.
parts.set('[data-combobox]', (box) => {
  const [input, chosen] = box.querySelectorAll('input');
  const [list, status, make] = [box.querySelector('[role=listbox]'), box.querySelector('[role=status]'), box.querySelector('[data-href]')];
  let [timer, current, round] = [undefined, -1, 0];
  const options = () => [...list.querySelectorAll('[role=option]')];
  const close = () => {
    round++;
    clearTimeout(timer);
    list.hidden = true;
    current = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (index) => {
    const all = options();
    if (all.length === 0) return;
    current = (index + all.length) % all.length;
    all.forEach((option, at) => option.setAttribute('aria-selected', String(at === current)));
    all[current].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', all[current].id);
  };
  const choose = (option) => {
    input.value = option.dataset.label;
    chosen.value = option.dataset.id;
    close();
    chosen.dispatchEvent(new Event('input', { bubbles: true }));
    chosen.dispatchEvent(
      new CustomEvent('chosen', { bubbles: true, detail: { id: chosen.value, label: input.value } }),
    );
  };
  const optionOf = ({ id, label, detail }, index) => {
    const option = Object.assign(document.createElement('li'), { id: `${list.id}-${index}`, textContent: label });
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    Object.assign(option.dataset, { id, label });
    if (detail) option.append(Object.assign(document.createElement('small'), { textContent: detail }));
    return option;
  };
  const show = (found) => {
    list.replaceChildren(...found.map(optionOf));
    const text = found.length === 1 ? box.dataset.foundOne : box.dataset.foundOther;
    status.textContent = found.length === 0 ? box.dataset.none : text.replace('{n}', found.length);
    current = -1;
    if (make) {
      make.hidden = found.length > 0 || input.value.trim() === '';
      make.firstElementChild.href = make.dataset.href + encodeURIComponent(input.value.trim());
    }
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
  };
  const ask = async () => {
    if (chosen.value !== '') return;
    const mine = ++round;
    const address = new URL(box.dataset.source, location.href);
    address.searchParams.set('q', input.value.trim());
    const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
    if (!answer?.ok) return;
    const found = await answer.json();
    if (mine === round) show(found);
  };
  const later = () => {
    clearTimeout(timer);
    if (input.value.trim().length < Number(box.dataset.min)) return close();
    timer = setTimeout(ask, 150);
  };
  input.addEventListener('input', () => {
    chosen.value = '';
    later();
  });
  // The recent ones at once, also in a field that had the focus before this file was here.
  const recent = () => box.dataset.min === '0' && chosen.value === '' && later();
  for (const name of ['focus', 'click']) input.addEventListener(name, recent);
  if (document.activeElement === input) recent();
  input.addEventListener('blur', close);
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) choose(option);
  });
  input.addEventListener('keydown', (event) => {
    const open = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (open) mark(current < 0 && step < 0 ? -1 : current + step);
      else later();
    } else if (event.key === 'Enter' && open && current >= 0) {
      event.preventDefault();
      choose(options()[current]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    }
  });
});
