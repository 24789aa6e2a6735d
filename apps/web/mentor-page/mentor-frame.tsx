import type { ComponentChildren } from 'preact';
import { DoneToast } from '../done-toast.js';
import { Button, Form, Page, type Ui } from '../kit/index.js';

export const mentorParts = ['/mentor', '/mentor/graenser', '/mentor/kursus', '/mentor/aftale'] as const;
export type MentorPart = (typeof mentorParts)[number];

interface Props {
  readonly ui: Ui;
  readonly part: MentorPart;
  readonly title: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}

/** The frame of a mentor's own pages: four places to go, a way out, no script and nothing of the staff's menu. */
export const MentorFrame = ({ ui, part, title, lead, children }: Props) => (
  <Page ui={ui} title={title} lead={lead} layout="bare" scripts={false} home="/mentor" toast={<DoneToast ui={ui} />}>
    <nav class="mentor-menu" aria-label={ui.t('mentorHome.menu')}>
      <ul>
        {mentorParts.map((href) => (
          <li key={href}>
            <a href={href} aria-current={href === part ? 'page' : undefined}>
              {ui.t(`mentorHome.menu.${href.slice(8) || 'hjem'}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {children}
    <Form ui={ui} action="/mentor/log-af" class="mentor-out">
      <Button ui={ui} kind="quiet">
        {ui.t('kit.signOut')}
      </Button>
    </Form>
  </Page>
);
