import { Module } from '@nestjs/common';
import { AgreementsModule } from '#agreements';
import { CalendarModule } from '#calendar';
import { CapacityModule } from '#capacity';
import { CitizensModule } from '#citizens';
import { CompaniesModule } from '#companies';
import { LimitsModule } from '#limits';
import { CoursesModule } from '#courses';
import { ImportsModule } from '#imports';
import { MentorPageModule } from '#mentor-page';
import { MentorsModule } from '#mentors';
import { OpeningsModule } from '#openings';
import { PeopleModule } from '#people';
import { PlacementsModule } from '#placements';
import { MailboxQueries } from '#platform';
import { ReferenceModule } from '#reference';
import { RetentionModule } from '#retention';
import { TrainingModule } from '#training';
import { TasksModule } from '#tasks';
import { UpkeepModule } from '#upkeep';
import { VisitsModule } from '#visits';
import { AboutPages } from './about/about.controller.js';
import { AccountPages } from './account/account.controller.js';
import { PasswordPages } from './account/password.controller.js';
import { AgreementChoices } from './agreements/agreement-choices.js';
import { agreementPages } from './agreements/agreement-pages.js';
import { AgreementScreen } from './agreements/agreement-screen.js';
import { ReviewScreen } from './agreements/review-screen.js';
import { SlotScreen } from './agreements/slot-screen.js';
import { calendarPages, calendarParts } from './calendar/calendar-pages.js';
import { CapacityPages } from './capacity/capacity.controller.js';
import { CitizenChoices } from './citizens/citizen-choices.js';
import { citizenPages } from './citizens/citizen-pages.js';
import { RolesScreen } from './citizens/roles-screen.js';
import { companyPages } from './companies/company-pages.js';
import { WorkplaceChoices } from './companies/workplace-choices.js';
import { coursePages } from './courses/course-pages.js';
import { CourseScreen } from './courses/course-screen.js';
import { importPages } from './imports/import-pages.js';
import { VitasSheetPages } from './limits/vitas-sheet.controller.js';
import { WorkplaceLimitsPages } from './limits/workplace-limits.controller.js';
import { MailboxPages } from './mailbox/mailbox.controller.js';
import { MentorAnswerPages } from './mentor-answer/mentor-answer.controller.js';
import { MentorForm } from './companies/mentor.controller.js';
import { MentorScreen } from './mentors/mentor.controller.js';
import { mentorPages } from './mentors/mentor-pages.js';
import { SessionScreen } from './training/session.controller.js';
import { trainingPages } from './training/training-pages.js';
import { mentorOwnPages } from './mentor-page/mentor-pages.js';
import { MyDayPages } from './my-day/my-day.controller.js';
import { ChoiceLists } from './pool/choice-lists.js';
import { OpeningChoices } from './pool/opening-choices.js';
import { OpeningScreen } from './pool/opening-screen.js';
import { poolPages } from './pool/pool-pages.js';
import { settingsPages } from './settings/settings-pages.js';
import { SettingsLists } from './settings/settings-lists.js';
import { ShareScreen } from './share/share-screen.js';
import { SharePages } from './share/share.controller.js';
import { WorkplaceFinder } from './share/workplace-finder.js';
import { CareScreen } from './upkeep/care-screen.js';
import { MatchAgreementScreen } from './upkeep/match-agreement-screen.js';
import { upkeepPages } from './upkeep/upkeep-pages.js';
import { SignInPages } from './sign-in/sign-in.controller.js';
import { TargetGroupOptions } from './users/target-group-options.js';
import { visitPages } from './visits/visit-pages.js';
import { VisitsScreen } from './visits/visits-screen.js';
import { userPages } from './users/user-pages.js';

/** The pages people use: one folder a screen. They call the libraries, never their own HTTP API. */
@Module({
  imports: [PeopleModule, TasksModule, UpkeepModule, ReferenceModule, CitizensModule, CompaniesModule, MentorsModule, MentorPageModule, TrainingModule, AgreementsModule, OpeningsModule, PlacementsModule, VisitsModule, CalendarModule, CoursesModule, RetentionModule, LimitsModule, CapacityModule, ImportsModule],
  controllers: [AboutPages, ...upkeepPages, SignInPages, PasswordPages, AccountPages, ...userPages, ...settingsPages, ...companyPages, ...mentorPages, ...trainingPages, ...citizenPages, ...visitPages, ...agreementPages, ...poolPages, CapacityPages, WorkplaceLimitsPages, VitasSheetPages, ...calendarPages, ...coursePages, ...importPages, MyDayPages, SharePages, MentorAnswerPages, ...mentorOwnPages, MailboxPages],
  providers: [CareScreen, MatchAgreementScreen, ...calendarParts, CourseScreen, SettingsLists, TargetGroupOptions, WorkplaceChoices, MentorForm, MentorScreen, SessionScreen, CitizenChoices, RolesScreen, VisitsScreen, AgreementChoices, AgreementScreen, ReviewScreen, SlotScreen, ChoiceLists, OpeningChoices, OpeningScreen, ShareScreen, WorkplaceFinder, MailboxQueries],
})
export class WebModule {}
