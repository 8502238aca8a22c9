/** The shapes of the server's replies, for pages; types only, so that no schema reaches the phone. */
export type { Contact, FieldProblem, FileView } from '@/contract/common';
export type { CellView, FindingView, VillageView } from '@/contract/grids';
export type { IssueAct, IssueCard, IssueDetail, PlaceInput, QueueItem, Rates, Receipt, StepView, SubmitForInput, SubmitInput } from '@/contract/issues';
export type { NoticeView } from '@/contract/notices';
export type { ContactCard, Me, PersonRow, Standing } from '@/contract/people';
export type { CellProblem, LoadView, SheetKind, VillageReport } from '@/contract/roster';
