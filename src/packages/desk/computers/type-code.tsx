import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Field, Input } from '@/components/field';
import { Note } from '@/components/note';
import { readAskingCode } from '@/domain/people/desk-asking';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { DIGITS } from '../digits';

/** For who cannot scan: the eight digits under the picture. */
export function TypeCode(): ReactNode {
  const [code, setCode] = useState('');
  const look = useAct((_, typed: string) => api.desk.look({ code: typed }), {
    done: ({ id }) => void Taro.navigateTo({ url: `/packages/desk/confirm/index?id=${id}&code=${readAskingCode(code) ?? ''}` }),
    quiet: true,
  });
  const whole = readAskingCode(code)?.length === 8;
  return (
    <View className="l-stack3">
      {look.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{look.errorLine}</Note>}
      <Field label="电脑上的 8 个数字" hint="在那个码的下面"><Input label="电脑上的 8 个数字" type={DIGITS} value={code} onInput={setCode} maxLength={9} /></Field>
      <Button kind="fill" wide text="下一步" reason={whole ? undefined : '先写全 8 个数字'} busy={look.busy ? '正在找那台电脑…' : undefined} onTap={() => void look.run(code)} />
    </View>
  );
}
