/** What DevTools would not know in the settings: app.json, the pages' own, project.config.json. Keys are WeChat's, from its reference. */
import type { Project } from './host/project';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const OF_THE_APP = words(`
entryPagePath pages window tabBar networkTimeout debug functionalPages subpackages subPackages workers requiredBackgroundModes requiredPrivateInfos plugins
preloadRule resizable usingComponents permission sitemapLocation style useExtendedLib entranceDeclare darkmode themeLocation lazyCodeLoading singlePage
supportedMaterials serviceProviderTicket embeddedAppIdList halfPage debugOptions enablePassiveEvent resolveAlias renderer rendererOptions componentFramework
miniApp static convertRpxToVw appBar __usePrivacyCheck__`);

const OF_A_PAGE = words(`
navigationBarBackgroundColor navigationBarTextStyle navigationBarTitleText navigationStyle homeButton backgroundColor backgroundColorContent
backgroundTextStyle backgroundColorTop backgroundColorBottom enablePullDownRefresh onReachBottomDistance pageOrientation disableScroll usingComponents
componentPlaceholder initialRenderingCache style styleIsolation singlePage restartStrategy handleWebviewPreload visualEffectInBackground enablePassiveEvent
renderer rendererOptions componentFramework component`);

const OF_THE_PROJECT = words(`
miniprogramRoot qcloudRoot pluginRoot cloudbaseRoot cloudfunctionRoot cloudfunctionTemplateRoot cloudcontainerRoot compileType setting libVersion appid
projectname description packOptions debugOptions watchOptions scripts condition simulatorPluginLibVersion editorSetting srcMiniprogramRoot`);

const PROJECT_SETTINGS = words(`
es6 es7 enhance postcss minified minifyWXSS minifyWXML urlCheck uglifyFileName checkSiteMap coverView babelSetting uploadWithSourceMap
ignoreUploadUnusedFiles ignoreDevUnusedFiles packNpmManually packNpmRelationList nodeModules autoAudits compileHotReLoad useCompilerPlugins
checkInvalidKey showShadowRootInWxmlPanel disableUseStrict condition`);

const PACK_TYPES = words('folder file suffix prefix regexp glob');

/** Keys of app.json and of the pages' settings that WeChat does not know, and packages that are preloaded and not there. */
export function unknownSettings({ app, files }: Project): readonly string[] {
  const roots = app.subPackages.map(({ root }) => root.replace(/\/$/, ''));
  const preloaded = Object.values(app.preloadRule ?? {}).flatMap(({ packages }) => packages);
  return [
    ...Object.keys(app).filter((key) => !OF_THE_APP.has(key)).map((key) => `app.json: WeChat knows no "${key}"`),
    ...Object.keys(app.window ?? {}).filter((key) => !OF_A_PAGE.has(key)).map((key) => `app.json's window: WeChat knows no "${key}"`),
    ...Object.entries(files).filter(([file]) => file.endsWith('.json') && file !== 'app.json' && file !== 'project.config.json')
      .flatMap(([file, text]) => Object.keys(JSON.parse(text) as object).filter((key) => !OF_A_PAGE.has(key)).map((key) => `${file}: WeChat knows no "${key}"`)),
    ...preloaded.filter((name) => !roots.includes(name)).map((name) => `app.json preloads ${name}, which is no sub-package`),
  ];
}

export interface ProjectConfig {
  readonly miniprogramRoot?: string;
  readonly cloudfunctionRoot?: string;
  readonly appid?: string;
  readonly compileType?: string;
  readonly libVersion?: string;
  readonly setting?: Readonly<Record<string, unknown>>;
  readonly packOptions?: { readonly ignore?: readonly { readonly type: string; readonly value: string }[] };
}

/** What DevTools would stumble over when it opens the repository's root. */
export function projectConfigDefects(config: ProjectConfig): readonly string[] {
  const { setting = {}, packOptions = {} } = config;
  const relative = (path: string | undefined) => path !== undefined && /^[^/.][^:]*\/$/.test(path);
  return [
    ...Object.keys(config).filter((key) => !OF_THE_PROJECT.has(key)).map((key) => `DevTools knows no "${key}"`),
    ...Object.keys(setting).filter((key) => !PROJECT_SETTINGS.has(key)).map((key) => `DevTools knows no setting "${key}"`),
    ...(['miniprogramRoot', 'cloudfunctionRoot'] as const).filter((key) => !relative(config[key])).map((key) => `${key} is no folder of the repository`),
    ...(/^(touristappid|wx[0-9a-f]{16})$/.test(config.appid ?? '') ? [] : ['appid is neither the placeholder nor an app\'s']),
    ...(config.compileType === 'miniprogram' ? [] : ['compileType is not miniprogram']),
    ...(/^\d+\.\d+\.\d+$/.test(config.libVersion ?? '') ? [] : ['libVersion is no version']),
    // Taro has done all of this; done twice it breaks what runs.
    ...['es6', 'enhance', 'postcss', 'minified', 'minifyWXSS', 'minifyWXML'].filter((key) => setting[key] !== false).map((key) => `${key} is not off, and would change Taro's output`),
    ...(setting['urlCheck'] === true ? [] : ['urlCheck is off']),
    ...(packOptions.ignore ?? []).filter(({ type }) => !PACK_TYPES.has(type)).map(({ type }) => `packOptions knows no "${type}"`),
  ];
}
