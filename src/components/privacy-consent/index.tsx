import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button as WechatButton, View } from '@tarojs/components';
import { consentWords } from '@/domain/wording/privacy-guide';
import { agree, currentQuestion, disagree, onQuestion, type ConsentQuestion } from '@/services/privacy-consent';
import { aria } from '../aria';
import { Button, TextButton } from '../button';
import { toast } from '../toast';
import './index.scss';

/** WeChat looks whether the button of this id was tapped. */
const AGREE_ID = 'privacy-agree';

/** Asks the owner before WeChat hands over a photo, a voice, a place (WX-02); `Page` has it. Nobody has to agree (PRV-05). */
export function PrivacyConsent(): ReactNode {
  const question = useSyncExternalStore(onQuestion, currentQuestion, currentQuestion);
  const [page] = useState(() => Taro.getCurrentInstance().router?.$taroPath);
  return question === undefined || question.page !== page ? null : <Consent question={question} />;
}

/**
 * Lies over the page and over any sheet of it, so it has no page-container: WeChat takes one a page. Going back closes
 * what lies under it; a page that is left has answered no.
 */
function Consent({ question }: { readonly question: ConsentQuestion }): ReactNode {
  const { title, line, without } = consentWords(question.referrer);
  useEffect(() => () => {
    if (currentQuestion() === question) disagree();
  }, [question]);

  function refuse(): void {
    disagree();
    toast(`好的，${without}`);
  }

  return (
    <View className="c-consent">
      <View className="c-consent__scrim" catchMove {...aria({ hidden: true })} />
      <View className="c-consent__panel" {...aria({ role: 'dialog', modal: true, label: title })}>
        <View className="t-title">{title}</View>
        <View className="t-read">{line}</View>
        <TextButton text="看《用户隐私保护指引》" arrow onTap={() => Taro.openPrivacyContract()} />
        <View className="l-pair">
          <View className="l-pair__one"><Button wide text="不同意" onTap={refuse} /></View>
          <View className="l-pair__one">
            <WechatButton id={AGREE_ID} className="c-consent__agree c-button c-button--fill c-button--wide" openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={() => agree(AGREE_ID)} {...aria({ role: 'button', label: '同意' })}>同意</WechatButton>
          </View>
        </View>
        <View className="t-hint">{without}。</View>
      </View>
    </View>
  );
}
