/**
 * Leaves out of a minified style sheet the rules for classes that no page uses, and all its @font-face rules.
 * A selector stays when every class it asks for is one of `words`; what stands inside :not(…) is not asked for.
 */
export function keepUsedRules(css, words) {
  const used = (selector) =>
    (selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, '').match(/\.-?[_a-z][\w-]*/gi) ?? []).every((name) =>
      words.has(name.slice(1)),
    );
  let out = '';
  for (let at = 0; at < css.length;) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    const close = closingBrace(css, open);
    const head = css
      .slice(at, open)
      .replace(/@charset[^;]*;|\/\*[\s\S]*?\*\//g, '')
      .trim();
    const body = css.slice(open + 1, close);
    at = close + 1;
    if (head.startsWith('@media') || head.startsWith('@supports')) {
      const inside = keepUsedRules(body, words);
      if (inside) out += `${head}{${inside}}`;
    } else if (head.startsWith('@')) {
      if (!head.startsWith('@font-face')) out += `${head}{${body}}`;
    } else {
      const selectors = splitSelectors(head).filter(used);
      if (selectors.length > 0 && body) out += `${selectors.join(',')}{${body}}`;
    }
  }
  return out;
}

function closingBrace(css, open) {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++;
    else if (css[at] === '}' && --depth === 0) return at;
  }
  return css.length;
}

/** Splits at the commas that are not inside brackets. */
function splitSelectors(head) {
  const parts = [''];
  let depth = 0;
  for (const letter of head) {
    if (letter === '(' || letter === '[') depth++;
    else if (letter === ')' || letter === ']') depth--;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
