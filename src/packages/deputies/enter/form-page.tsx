import type { ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Page } from '@/components/page';
import type { DirectoryView } from '@/services/views';

export interface FormProps {
  readonly town: string;
  /** Absent until the town has one. */
  readonly directory: DirectoryView | undefined;
  readonly onDone: () => void;
}

interface FormPageProps {
  readonly title: string;
  readonly act: { readonly busy: boolean; readonly errorLine: string | undefined };
  readonly reason: string | undefined;
  readonly onSend: () => void;
  readonly children: ReactNode;
  readonly hint?: string;
}

/** A form of one page: what is wrong stands above the button, what is missing on it. */
export function FormPage({ title, act, reason, onSend, children, hint }: FormPageProps): ReactNode {
  return (
    <Page title={title} bar={<Bar main={{ text: '存下来', reason, busy: act.busy ? '正在存…' : undefined, onTap: onSend }} hint={hint} error={act.errorLine} />}>
      {children}
    </Page>
  );
}
