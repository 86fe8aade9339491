import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { ProblemError } from './api/client';
import { router } from './app/routes';
import { themeFor, useDark } from './app/theme';
import './ui/ui.css';
import { startSpeaking } from './words/speak';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal is an answer; only silence and a service that is starting are asked again.
      retry: (times, error) => times < 2 && error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 502),
    },
    mutations: { networkMode: 'always' },
  },
});

/** Given by the backend with each page; antd's styles carry it, or the browser would not take them. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

function Root() {
  const { i18n } = useTranslation();
  const dark = useDark();
  const english = i18n.language === 'en';
  useEffect(() => {
    document.documentElement.dataset.mode = dark ? 'dark' : 'light';
  }, [dark]);
  dayjs.locale(english ? 'en' : 'zh-cn');
  return (
    <ConfigProvider locale={english ? enUS : zhCN} theme={themeFor(dark)} csp={nonce ? { nonce } : undefined} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

void startSpeaking().then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  ),
);
