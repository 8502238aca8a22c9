import { useId, type ReactNode } from 'react';
import { PageContainer, View } from '@tarojs/components';
import { aria } from '../aria';
import { Icon, type IconName } from '../icon';
import { Note } from '../note';
import { Tap } from '../tap';
import { useBackCloses } from './use-back-closes';
import { useFocusHeld } from './use-focus-held';
import './index.scss';

interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  /** Under the title: 还剩 2 天，11月25日 24:00 到期. */
  readonly line?: string;
  /** What the line is about: `clock` for a day, `lock` for who reads it; none for what is only named once more. */
  readonly lineIcon?: IconName;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A `Bar`. */
  readonly bar?: ReactNode;
  /** What went wrong with the last try, and what to do. */
  readonly error?: string | undefined;
  /** While sending it does not close by a tap beside it. */
  readonly busy?: boolean;
}

/** Acts on a matter without leaving it: slides over the page, holds the focus, closes on 关闭, back and Escape. */
export function Sheet(props: SheetProps): ReactNode {
  return props.open ? <OpenSheet {...props} /> : null;
}

function OpenSheet({ title, line, lineIcon, onClose, children, bar, error, busy = false }: SheetProps): ReactNode {
  const id = `sheet${useId().replace(/:/g, '')}`;
  const close = () => { if (!busy) onClose(); };
  useFocusHeld(id, close);
  useBackCloses(close);
  return (
    <View className="c-sheet">
      {process.env.TARO_ENV === 'weapp' ? <PageContainer show overlay={false} duration={0} onBeforeLeave={onClose} /> : null}
      <View className="c-sheet__scrim" catchMove onClick={close} {...aria({ hidden: true })} />
      <View id={id} className="c-sheet__panel" {...(process.env.TARO_ENV === 'h5' ? { tabIndex: -1 } : {})} {...aria({ role: 'dialog', modal: true, label: title })}>
        <View className="c-sheet__head">
          <View className="l-grow">
            <View className="t-title c-sheet__title">{title}</View>
            {line === undefined ? null : <View className="c-sheet__line">{lineIcon === undefined ? null : <Icon name={lineIcon} size="xs" />}<View>{line}</View></View>}
          </View>
          <Tap className="c-sheet__close" onTap={close} disabled={busy} label="关闭"><Icon name="close" /></Tap>
        </View>
        <View className="c-sheet__body">
          {children}
        </View>
        {bar === undefined && error === undefined ? null : (
          <View className="c-sheet__foot">
            {/* Above the button that was tapped: the top of a long form is out of sight by then. */}
            {error === undefined ? null : <View className="c-sheet__error"><Note tone="bad" said="alert">{error}</Note></View>}
            {bar}
          </View>
        )}
      </View>
    </View>
  );
}
