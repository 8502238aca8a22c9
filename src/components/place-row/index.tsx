import type { ReactNode } from 'react';
import { Card } from '../card';
import { Row } from '../row';

interface PlaceRowProps {
  /** 三组，我家这一片. */
  readonly title: string;
  readonly line?: string;
  /** The reader chose another place than their own grid. */
  readonly changed?: boolean;
  readonly onChange: () => void;
}

/** Where it is: one's own grid unless changed; the phone's location is never asked for by itself. */
export function PlaceRow({ title, line, changed = false, onChange }: PlaceRowProps): ReactNode {
  const under = line ?? (changed ? '您改过的地方' : undefined);
  return (
    <Card flush>
      <Row icon="pin" title={title} {...(under === undefined ? {} : { line: under })} end="改" onTap={onChange} label={[`在哪里：${title}`, under, '改'].filter(Boolean).join('，')} />
    </Card>
  );
}
