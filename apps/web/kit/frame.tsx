import { mayDo, type Permission } from '#people';
import type { Language } from '#platform';
import { Form } from './form.js';
import { Icon } from './icon.js';
import type { Ui } from './ui.js';

interface MenuItem {
  readonly href: string;
  readonly key: string;
  /** It is for those whose roles have this permission. */
  readonly needs?: Permission;
  /** Where else one is when one has come by this item. */
  readonly also?: readonly string[];
  /** What belongs together stands together: the day and the pool, citizens, companies, overview, upkeep. */
  readonly group: number;
}

/** The menu, in the order people use it. */
const menu: readonly MenuItem[] = [
  { href: '/', key: 'kit.menu.day', also: ['/opgaver'], group: 1 },
  { href: '/puljen', key: 'kit.menu.pool', also: ['/del'], group: 1 },
  { href: '/forloeb', key: 'kit.menu.courses', needs: 'courses.read', also: ['/vitas'], group: 2 },
  { href: '/borgere', key: 'kit.menu.citizens', needs: 'citizens.read', group: 2 },
  { href: '/virksomheder', key: 'kit.menu.companies', also: ['/arbejdssteder'], group: 3 },
  { href: '/aftaler', key: 'kit.menu.agreements', group: 3 },
  { href: '/kalender', key: 'kit.menu.calendar', needs: 'placements.read', group: 3 },
  { href: '/mentorer', key: 'kit.menu.mentors', also: ['/kurser', '/ugens-svar'], group: 3 },
  { href: '/kapacitet', key: 'kit.menu.capacity', group: 4 },
  { href: '/import', key: 'kit.menu.import', needs: 'imports.read', group: 5 },
  { href: '/brugere', key: 'kit.menu.users', needs: 'people.administer', also: ['/teams'], group: 5 },
  { href: '/indstillinger', key: 'kit.menu.settings', needs: 'settings.administer', group: 5 },
];

const languages: readonly { code: Language; name: string }[] = [
  { code: 'da', name: 'Dansk' },
  { code: 'en', name: 'English' },
];

/** True when the page is the menu item's own or lies below it. */
const isCurrent = (path: string, { href, also = [] }: MenuItem): boolean => {
  const page = path.split('?')[0] ?? '';
  return page === href || [href, ...also].some((each) => each !== '/' && (page === each || page.startsWith(`${each}/`)));
};

const LanguageSwitch = ({ ui }: { ui: Ui }) => (
  <Form ui={ui} action="/sprog" class="language-switch" fields={{ back: ui.path }}>
    {languages.map(({ code, name }) => (
      <button key={code} type="submit" name="language" value={code} lang={code} aria-pressed={code === ui.lang}>
        {name}
      </button>
    ))}
  </Form>
);

const Menu = ({ ui }: { ui: Ui }) => (
  <nav class="menu" aria-label={ui.t('kit.menu')}>
    <ul>
      {menu
        .filter(({ needs }) => needs === undefined || mayDo(ui.viewer?.roles ?? [], needs))
        .map((item, at, shown) => (
          <li key={item.href} class={at > 0 && shown[at - 1]?.group !== item.group ? 'menu-group' : undefined}>
            <a href={item.href} aria-current={isCurrent(ui.path, item) ? 'page' : undefined}>
              {ui.t(item.key)}
            </a>
          </li>
        ))}
    </ul>
  </nav>
);

const Account = ({ ui, name }: { ui: Ui; name: string }) => (
  <div class="account">
    <a class="account-name" href="/konto">
      <Icon ui={ui} name="person" />
      <span>{name}</span>
    </a>
    <Form ui={ui} action="/log-af" class="inline-form">
      <button type="submit" class="link-button">
        {ui.t('kit.signOut')}
      </button>
    </Form>
  </div>
);

/** Name of the organisation, menu, person, language. On a phone the menu opens from a button, without JavaScript. */
export const Header = ({ ui, bare, home = '/' }: { ui: Ui; bare?: boolean; home?: string }) => (
  <header class="site-header">
    {ui.demo && (
      <p class="demo-banner">
        {ui.t('kit.demo')} {ui.viewer && <a href="/postkasse">{ui.t('kit.demo.mailbox')}</a>}
      </p>
    )}
    <div class="site-bar">
      <a class="brand" href={home}>
        <img src={ui.asset('logo.svg')} alt="" width="32" height="32" />
        <span>
          <strong>Indgang</strong>
          {ui.organisation && <small>{ui.organisation}</small>}
        </span>
      </a>
      {bare || !ui.viewer ? (
        <LanguageSwitch ui={ui} />
      ) : (
        <>
          <button type="button" class="menu-button" popovertarget="site-menu">
            <Icon ui={ui} name="menu" />
            {ui.t('kit.menu.short')}
          </button>
          <div class="site-menu" id="site-menu" popover="auto">
            <Menu ui={ui} />
            <div class="site-side">
              <LanguageSwitch ui={ui} />
              <Account ui={ui} name={ui.viewer.name} />
            </div>
          </div>
        </>
      )}
    </div>
  </header>
);

export const Footer = ({ ui }: { ui: Ui }) => (
  <footer class="site-footer">
    <span>{ui.organisation ? `Indgang · ${ui.organisation}` : 'Indgang'}</span>
    <a href="/tilgaengelighed">{ui.t('kit.accessibility')}</a>
  </footer>
);
