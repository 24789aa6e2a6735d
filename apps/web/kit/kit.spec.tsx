import { formatter, translator } from '#dictionary';
import type { Language } from '#platform';
import {
  Alert,
  Checkboxes,
  Chips,
  Combobox,
  DefinitionList,
  ErrorSummary,
  Heatmap,
  Page,
  Pager,
  PostButton,
  Radios,
  Select,
  Table,
  TextArea,
  TextInput,
  Timeline,
  Toast,
  renderPage,
  renderPart,
  type PageProps,
  type Ui,
} from './index.js';

const evil = `<img src=x onerror="alert('1')">&`;
const escaped = '&lt;img ';

const uiIn = (lang: Language, more: Partial<Ui> = {}): Ui => ({
  ...formatter(lang),
  t: translator(lang),
  lang,
  asset: (name) => `/assets/${name}`,
  csrf: 'token',
  path: '/puljen?sektor=3',
  organisation: 'Nyborg Jobcenter',
  viewer: { name: 'Mette Hansen', roles: ['consultant'] },
  demo: false,
  ...more,
});
const ui = uiIn('da');
const part = renderPart;

describe('Page', () => {
  const page = (more: Partial<Ui> = {}, layout?: PageProps['layout']) =>
    renderPage(
      <Page ui={uiIn('da', more)} title="Puljen" layout={layout}>
        indhold
      </Page>,
    );

  it('is a whole document with language, title, skip link and main', () => {
    expect(page()).toMatch(/^<!doctype html><html lang="da">/);
    expect(page()).toContain('<title>Puljen – Indgang</title>');
    expect(page()).toContain('href="#main"');
    expect(page()).toContain('<main id="main"');
    expect(page()).toContain('href="/tilgaengelighed"');
  });

  it('marks the menu item of the page, its query and the pages below it', () => {
    expect(page()).toContain('<a href="/puljen" aria-current="page">');
    expect(page({ path: '/puljen/17' })).toContain('<a href="/puljen" aria-current="page">');
    expect(page({ path: '/puljens' })).not.toContain('aria-current');
    expect(page({ path: '/?fra=uge' })).toContain('<a href="/" aria-current="page">');
  });

  it('shows the administrator alone the way to users and settings', () => {
    expect(page()).not.toContain('/indstillinger');
    expect(page({ viewer: { name: 'Bo', roles: ['administrator'] } })).toContain('href="/indstillinger"');
  });

  it('has no menu for one who has not signed in, nor on a bare page', () => {
    expect(page({ viewer: undefined })).not.toContain('class="menu"');
    expect(page({}, 'bare')).not.toContain('class="menu"');
  });

  it('says that the data are a demo, only then', () => {
    expect(page({ demo: true })).toContain('Demo med opdigtede data');
    expect(page()).not.toContain('demo-banner');
  });

  it('keeps to the content security policy: no inline script, style or handler', () => {
    const html = page({ demo: true });
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)/);
  });

  it('speaks English', () => {
    const html = renderPage(
      <Page ui={uiIn('en')} title="Pool">
        x
      </Page>,
    );
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('Slot calendar');
  });
});

describe('text from people', () => {
  it.each([
    ['text input', <TextInput ui={ui} name="n" label={evil} value={evil} hint={evil} error={evil} />],
    ['text area', <TextArea ui={ui} name="n" label="Note" value={evil} />],
    ['select', <Select ui={ui} name="n" label="L" options={[{ value: evil, label: evil }]} value={evil} />],
    ['radios', <Radios ui={ui} name="n" label="L" options={[{ value: evil, label: evil }]} value={evil} />],
    ['combobox', <Combobox ui={ui} name="n" label="L" source={`/x?${evil}`} value={{ id: evil, label: evil }} />],
    ['form', <PostButton ui={ui} action={`/${evil}`} fields={{ [evil]: evil }} children={evil} />],
    ['error summary', <ErrorSummary ui={ui} errors={{ form: evil, [evil]: evil }} />],
    ['alert', <Alert ui={ui} kind="info" heading={evil} children={evil} />],
    ['facts', <DefinitionList facts={[{ term: evil, value: evil }]} />],
    [
      'table',
      <Table
        ui={ui}
        caption={evil}
        columns={[{ key: 'a', label: evil, cell: (row: string) => row }]}
        rows={[evil]}
        rowKey={(row) => row}
      />,
    ],
    ['timeline', <Timeline ui={ui} label={evil} entries={[{ key: '1', when: evil, datetime: evil, title: evil }]} />],
    ['toast', <Toast ui={ui} children={evil} draftDone={evil} />],
    ['chips', <Chips label={evil} chips={[{ label: evil, href: `/x?${evil}` }]} />],
  ])('is escaped in a %s', (_name, node) => {
    const html = part(node);
    expect(html).toContain(escaped);
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/="[^"]*"alert/);
  });
});

describe('fields', () => {
  it('ties label, hint and error to the control', () => {
    const html = part(<TextInput ui={ui} name="cvr" label="CVR" hint="8 cifre" error="Mangler et ciffer" optional />);
    expect(html).toContain('for="cvr"');
    expect(html).toContain('aria-describedby="cvr-hint cvr-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="cvr-error"');
    expect(html).toContain('(valgfri)');
  });

  it('leaves out what is not there', () => {
    const html = part(<TextInput ui={ui} name="cvr" label="CVR" />);
    expect(html).not.toMatch(/aria-describedby|aria-invalid|form-error/);
  });

  it('gives the first choice the id that an error links to', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const html = part(<Checkboxes ui={ui} name="model" label="Model" options={options} values={['b']} />);
    expect(html).toContain('id="model"');
    expect(html).toMatch(/id="model-2"[^>]*checked/);
    expect(html).not.toMatch(/id="model"[^>]*checked/);
  });

  it('sums up errors with links, and is nothing without any', () => {
    const html = part(<ErrorSummary ui={ui} errors={{ cvr: 'Mangler', form: 'Er taget' }} />);
    expect(html).toContain('Der er 2 fejl');
    expect(html).toContain(`<a href="#cvr">CVR-nummer: Mangler</a>`);
    expect(html).not.toContain('#form');
    expect(part(<ErrorSummary ui={ui} errors={{}} />)).toBe('');
  });

  it('posts with the CSRF token and hidden values', () => {
    const html = part(<PostButton ui={ui} action="/x" fields={{ version: 3 }} children="Gem" />);
    expect(html).toContain('<input type="hidden" name="_csrf" value="token"');
    expect(html).toContain('<input type="hidden" name="version" value="3"');
  });
});

describe('Table', () => {
  const table = (current: string) =>
    part(
      <Table
        ui={ui}
        caption="Åbninger"
        rows={[{ name: 'Ørbæk Bageri', n: 2 }]}
        rowKey={(row) => row.name}
        sort={{ current, href: (sort) => `?sort=${sort}` }}
        columns={[
          { key: 'name', label: 'Virksomhed', head: true, sortable: true, cell: (row) => row.name },
          { key: 'n', label: 'Pladser', numeric: true, cell: (row) => row.n },
        ]}
      />,
    );

  it('names its rows and labels its cells for the card on a phone', () => {
    expect(table('n')).toMatch(/<th[^>]*scope="row"[^>]*>Ørbæk Bageri/);
    expect(table('n')).toContain('data-label="Pladser"');
  });

  it.each([
    ['n', undefined, '?sort=name'],
    ['name', 'ascending', '?sort=-name'],
    ['-name', 'descending', '?sort=name'],
  ])('sorted by %s: the heading says %s and leads to %s', (current, state, href) => {
    expect(table(current)).toContain(`href="${href}"`);
    expect(/aria-sort="(\w+)"/.exec(table(current))?.[1]).toBe(state);
  });
});

describe('Heatmap', () => {
  it('tells "no figure" from 0 and links each number to its rows', () => {
    const cells = [{ value: undefined }, { value: 0, href: '/a' }, { value: 1200, href: '/b' }];
    const html = part(
      <Heatmap
        ui={ui}
        caption="Ledige"
        corner="Branche"
        columns={['x', 'y', 'z'].map((key) => ({ key, label: key }))}
        rows={[{ key: 'r', label: 'Handel', cells }]}
      />,
    );
    expect(html).toContain('<td class="bn"><span>–</span></td>');
    expect(html).toContain('<td class="b0"><a href="/a">0</a></td>');
    expect(html).toContain('<td class="b5"><a href="/b">1.200</a></td>');
  });
});

it('a list at its end has no pager', () => {
  expect(part(<Pager ui={ui} />)).toBe('');
  expect(part(<Pager ui={ui} href="?cursor=x" />)).toContain('Vis flere');
});
