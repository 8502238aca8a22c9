/**
 * Pages and sub-packages. The three tabs are in the main package; what a role needs is a sub-package of its own.
 * There is no native tab bar: its label is 10 px and cannot grow (docs/decisions/0004-phone-shell.md).
 */
export default defineAppConfig({
  pages: ['pages/home/index', 'pages/issues/index', 'pages/me/index'],
  subPackages: [],
  lazyCodeLoading: 'requiredComponents',
  animation: false,
  window: {
    navigationBarTitleText: '村里事',
    navigationBarBackgroundColor: '#f7f5f0',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f7f5f0',
    backgroundTextStyle: 'dark',
  },
});
