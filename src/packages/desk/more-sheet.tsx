import type { ReactNode } from 'react';
import { Card } from '@/components/card';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { useMe } from '@/hooks/use-me';
import { menuOf, openEntry, type DeskKey } from './menu';

interface MoreSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The page that it is opened on. */
  readonly here: DeskKey;
  /** Where the browser can print what waits. */
  readonly onPrint?: (() => void) | undefined;
}

/** The phone's way to everything that a computer shows in its side menu. */
export function MoreSheet({ open, onClose, here, onPrint }: MoreSheetProps): ReactNode {
  const { data: me } = useMe();
  return (
    <Sheet open={open} title="还能做什么" onClose={onClose}>
      <Card flush>
        {menuOf(me).filter(({ key }) => key !== here).map(({ key, text, line, icon }) => (
          <Row key={key} icon={icon} title={text} line={line} onTap={() => { onClose(); openEntry(key, false); }} />
        ))}
        {onPrint === undefined ? null : <Row icon="board" title="打印事项清单" line="现在看到的这些" onTap={() => { onClose(); onPrint(); }} />}
      </Card>
    </Sheet>
  );
}
