import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Card, Section } from '@/components/card';
import { Row } from '@/components/row';
import { formatMoment } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { FamilyPhone } from '@/services/views';

/** Whose phones may act for the reader, each with a way to end it. Nothing where there are none, and on a relative's phone. */
export function FamilyPhones(): ReactNode {
  const page = usePageData('family-phones', () => api.people.familyPhones(), { keep: false });
  const end = useAct((requestId, ref: string) => api.people.endFamilyPhone({ requestId, ref }), { done: () => void page.reload(), said: '收回了' });
  const phones = page.data?.items ?? [];
  if (phones.length === 0) return null;

  async function confirmEnd({ ref, name }: FamilyPhone): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '不让它替我办事', content: `${name === '' ? '那部手机' : `${name}的手机`}就不能再替您报事、评事了。已经报的还在。`, confirmText: '收回', cancelText: '不收回' });
    if (confirm) await end.run(ref);
  }

  return (
    <Section title="谁的手机能替我办事">
      <Card flush>
        {phones.map((phone) => (
          <Row
            key={phone.ref}
            icon="phone"
            tone="you"
            title={phone.name === '' ? '有一部手机' : `${phone.name}的手机`}
            line={`${formatMoment(phone.at, serverNow())}起；点一下，不让它替我办事`}
            onTap={() => void confirmEnd(phone)}
          />
        ))}
      </Card>
    </Section>
  );
}
