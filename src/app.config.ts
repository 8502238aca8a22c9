import { PLACE_CALLS } from './domain/wording/privacy-guide';

/**
 * Pages and sub-packages. The tabs are in the main package; what a role needs is a sub-package of its own.
 * There is no native tab bar: its label is 10 px and cannot grow (docs/decisions/0004-phone-shell.md).
 */
export default defineAppConfig({
  pages: ['pages/home/index', 'pages/issues/index', 'pages/consult/index', 'pages/me/index'],
  subPackages: [
    { root: 'packages/report', pages: ['what/index', 'tell/index', 'similar/index', 'sent/index'] },
    { root: 'packages/issue', pages: ['progress/index', 'rate/index'] },
    { root: 'packages/consult', pages: ['topic/index', 'raise/index', 'talks/index', 'desk/index', 'handle/index'] },
    { root: 'packages/people', pages: ['bind/index', 'contacts/index', 'data/index', 'family/index', 'feedback/index'] },
    { root: 'packages/inbox', pages: ['list/index'] },
    { root: 'packages/voting', pages: ['mine/index', 'ballot/index', 'result/index', 'roll/index', 'objections/index'] },
    { root: 'packages/deputies', pages: ['directory/index', 'deputy/index', 'rate/index', 'receipt/index', 'record/index', 'mine/index', 'opinions/index', 'office/index', 'enter/index', 'sheet/index', 'round/index'] },
    { root: 'packages/party', pages: ['year/index', 'ledger/index', 'entry/index', 'pledge/index', 'claim/index', 'contact/index', 'publication/index', 'branch/index', 'appraisal/index', 'village/index'] },
    { root: 'packages/branch', pages: ['desk/index', 'members/index', 'member/index', 'entry/index', 'record/index', 'publication/index', 'appraisal/index', 'appraise/index', 'town/index', 'scheme/index', 'opening/index'] },
    { root: 'packages/town', pages: ['overview/index', 'overdue/index', 'topics/index', 'tickets/index', 'ticket-sheet/index'] },
    { root: 'packages/roster', pages: ['import/index', 'load/index'] },
    {
      root: 'packages/desk',
      pages: [
        'queue/index', 'handle/index', 'for-whom/index', 'households/index', 'sheet/index', 'leave/index', 'posts/index',
        'check/index', 'people/index', 'person/index', 'codes/index', 'applications/index', 'requests/index',
        'review/index', 'rolls/index', 'objections/index',
        'sign-in/index', 'computers/index', 'confirm/index',
      ],
    },
  ],
  // Somebody may want to report where there is no network (src/hooks/use-report-at-hand.ts does it in a browser).
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/report', 'packages/issue'] } },
  lazyCodeLoading: 'requiredComponents',
  // WX-01: on regardless since 2023-10; said all the same, so that an older DevTools checks as a phone does.
  __usePrivacyCheck__: true,
  requiredPrivateInfos: [...PLACE_CALLS],
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  window: {
    navigationBarTitleText: '村里事',
    navigationBarBackgroundColor: '#f7f5f0',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f7f5f0',
    backgroundTextStyle: 'dark',
  },
});
