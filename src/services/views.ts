/** The shapes of the server's replies, for pages; types only, so that no schema reaches the phone. */
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '@/contract';

export type { AppraisalItemView, AppraisalView, RemarkView } from '@/contract/appraisals';
export type { CompositeView, DeputyCard, DeputyPageView, DirectoryView, OpinionView, OwnContact, RatingView, RoundItemView, RoundView, SuggestionView } from '@/contract/deputies';
export type { Contact, FieldProblem, FileView, ReviewPartView } from '@/contract/common';
export type { ConsultAct, ConsultCard, ConsultDetail, ConsultEntry, TalkView, TopicToReview } from '@/contract/consultations';
export type { DeskAskingView, DeskSessionView } from '@/contract/desk';
export type { CellView, FindingView, VillageView } from '@/contract/grids';
export type { IssueAct, IssueCard, IssueDetail, PlaceInput, QueueItem, Rates, Receipt, StepView, SubmitForInput, SubmitInput, ToReview } from '@/contract/issues';
export type { NoticeView } from '@/contract/notices';
export type { BranchView, EntryView, ItemView, LinkedHouseholdView, ListedMember, MemberYearView, PartyContactView, PledgeView, PublicationView } from '@/contract/points';
export type { ContactCard, FamilyPhone, Me, PersonRow, Standing } from '@/contract/people';
export type { AlikeView, TicketInput, TicketItem, TicketRow } from '@/contract/tickets';
export type { BoxView, MyBallot, OfficersObjection, ResultView } from '@/contract/voting';
export type { CellProblem, LoadView, SheetKind, VillageReport } from '@/contract/roster';

type Answers = InferContractRouterOutputs<Contract>;
/** A desk's queue: a page of it, how many of each kind, and the posts it is of. */
export type QueueAnswer = Answers['issues']['queue'];
export type RosterProblem = Answers['roster']['problems']['items'][number];
export type GridCheck = Answers['grids']['check'];
export type ContactSheet = Answers['grids']['contactSheet'];
export type HouseholdView = Answers['grids']['households']['items'][number];
export type CodeToConfirm = Answers['people']['codesToConfirm']['items'][number];
export type ApplicationView = Answers['people']['applications']['items'][number];
export type RequestView = Answers['people']['requests']['items'][number];
/** A member's own year, with the years there are. */
export type OwnYear = Answers['points']['mine'];
export type VillageMember = Answers['points']['village']['members'][number];
