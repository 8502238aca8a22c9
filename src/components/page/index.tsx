import { useEffect, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useMode } from '@/hooks/use-mode';
import { useOnline } from '@/hooks/use-online';
import { cx } from '../class-names';
import { OfflineStrip, WAITS_HERE } from '../offline-strip';
import { PrivacyConsent } from '../privacy-consent';
import { NavBar } from './nav-bar';
import './index.scss';

interface PageProps {
  /** In the navigation bar (WeChat draws it there, we draw it on H5). */
  readonly title: string;
  readonly children: ReactNode;
  /** Fixed at the bottom: a `Bar`. */
  readonly bar?: ReactNode;
  /** Fixed at the bottom: a `TabBar`, on the tab pages only. */
  readonly tabs?: ReactNode;
  /** Epoch ms of what is shown, when it is old; from `usePageData`. */
  readonly staleAt?: number | undefined;
  /** Without a network: what becomes of what is written here; a report is kept and sent later unless said otherwise. */
  readonly meanwhile?: string | undefined;
  /** 12 instead of 16 between blocks. */
  readonly tight?: boolean;
  /** Desk pages may use the whole width of a computer. */
  readonly wide?: boolean;
}

/** The root of every page: mode, title, offline strip, content, and what is fixed at the bottom above the safe area. */
export function Page({ title, children, bar, tabs, staleAt, meanwhile, tight = false, wide = false }: PageProps): ReactNode {
  const { elder, mode } = useMode();
  const online = useOnline();
  useEffect(() => {
    // H5: Taro draws its dialogs outside the page.
    if (process.env.TARO_ENV === 'h5') document.documentElement.dataset.mode = mode;
  }, [mode]);
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <View className={cx('c-page', wide && 'c-page--wide', elder && 'mode-elder')}>
      {process.env.TARO_ENV === 'h5' ? <NavBar title={title} back={tabs === undefined} /> : null}
      <View className={cx('c-page__main', tight && 'c-page__main--tight')}>
        {online ? null : <OfflineStrip staleAt={staleAt} meanwhile={meanwhile ?? (wide ? WAITS_HERE : undefined)} />}
        {children}
      </View>
      {bar === undefined && tabs === undefined ? null : <View className="c-page__foot">{bar}{tabs}</View>}
      {process.env.TARO_ENV === 'weapp' ? <PrivacyConsent /> : null}
    </View>
  );
}
