import { theme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';

export type Mode = 'system' | 'light' | 'dark';
const REMEMBERED = 'dudao.mode';
const night = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function chosenMode(): Mode {
  const mode = localStorage.getItem(REMEMBERED);
  return mode === 'light' || mode === 'dark' ? mode : 'system';
}

export function choose(mode: Mode) {
  localStorage.setItem(REMEMBERED, mode);
  listeners.forEach((changed) => changed());
}

const isDark = () => (chosenMode() === 'system' ? night.matches : chosenMode() === 'dark');

export function useDark(): boolean {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    night.addEventListener('change', changed);
    return () => {
      listeners.delete(changed);
      night.removeEventListener('change', changed);
    };
  }, isDark);
}

/** The same colours as ui/ui.css, in the places where antd asks for them. */
export function themeFor(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? [theme.darkAlgorithm, theme.compactAlgorithm] : theme.compactAlgorithm,
    token: {
      colorPrimary: dark ? '#4c86d6' : '#1d4f91',
      colorLink: dark ? '#8db8f0' : '#1d4f91',
      colorInfo: dark ? '#4c86d6' : '#1b5fae',
      // Red is for what is overdue alone; what a form wants mended is amber.
      colorError: dark ? '#f0bd69' : '#8a5200',
      colorWarning: dark ? '#f0bd69' : '#8a5200',
      colorSuccess: dark ? '#86d1a1' : '#1b6e3c',
      colorText: dark ? '#e6ebf0' : '#1a222c',
      colorTextSecondary: dark ? '#a9b4c0' : '#55606e',
      colorTextTertiary: dark ? '#98a4b1' : '#667180',
      colorTextDescription: dark ? '#a9b4c0' : '#55606e',
      colorTextPlaceholder: dark ? '#98a4b1' : '#667180',
      colorBgContainer: dark ? '#191f26' : '#ffffff',
      colorBgElevated: dark ? '#1e252d' : '#ffffff',
      colorBgLayout: dark ? '#11151a' : '#f4f6f8',
      colorBorder: dark ? '#3b4652' : '#cdd5dd',
      colorBorderSecondary: dark ? '#2b343e' : '#e2e7ec',
      borderRadius: 6,
      fontSize: 14,
      fontFamily: 'inherit',
      controlHeight: 30,
      wireframe: false,
    },
    components: { Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 12, headerBg: dark ? '#1e252d' : '#f8fafb' } },
  };
}
