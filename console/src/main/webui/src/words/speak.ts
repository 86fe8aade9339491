import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api/client';
import { en } from './en';
import { zhCN } from './zh-CN';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zhCN };
  }
}

export type Language = 'zh-CN' | 'en';
const REMEMBERED = 'dudao.language';

export function isLanguage(text: string | null | undefined): text is Language {
  return text === 'zh-CN' || text === 'en';
}

export function startSpeaking() {
  const remembered = localStorage.getItem(REMEMBERED);
  const language: Language = isLanguage(remembered) ? remembered : 'zh-CN';
  apply(language);
  return i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export function changeLanguage(language: Language) {
  localStorage.setItem(REMEMBERED, language);
  apply(language);
  return i18next.changeLanguage(language);
}

function apply(language: Language) {
  document.documentElement.lang = language;
  document.title = language === 'en' ? en.app.name : zhCN.app.name;
  speak(language);
}
