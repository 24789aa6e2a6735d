// Set before htmx starts (it waits for the page to be read). No inline styles and no code in attributes: the content security
// policy forbids both. Answers 4xx and 5xx are shown too.
Object.assign(htmx.config, {
  includeIndicatorCSS: false,
  mode: 'same-origin',
  transitions: false,
  defaultTimeout: 20000,
});
