import UserOutlined from '@ant-design/icons/UserOutlined';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../api/me';
import { useNarrow } from '../ui/useNarrow';
import { changeLanguage } from '../words/speak';
import type { Place } from './places';
import { choose, chosenMode, type Mode } from './theme';

const MODES: Mode[] = ['system', 'light', 'dark'];

/** Who I am, the language, the look, and the way out; on a phone also the places that have no tab. */
export function Account({ places }: { places: Place[] }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const { data: me } = useMe();
  const english = i18n.language === 'en';
  const roles = me?.roles.map((role) => t(`app.role.${role}`)).join(t('ui.comma'));
  return (
    <>
      <Button type="text" title={t('app.languageHint')} lang={english ? 'zh-CN' : 'en'} onClick={() => void changeLanguage(english ? 'zh-CN' : 'en')}>
        {t('app.language')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: [chosenMode()],
          items: [
            { key: 'who', disabled: true, label: <span style={{ color: 'var(--ink-2)' }}>{[me?.username, roles].filter(Boolean).join(' · ')}</span> },
            ...(narrow ? [{ type: 'divider' as const }, ...places.map(({ name, to }) => ({ key: name, label: t(`app.nav.${name}`), onClick: () => void navigate(to) }))] : []),
            { type: 'divider' },
            ...MODES.map((mode) => ({ key: mode, label: `${t('app.theme.label')} · ${t(`app.theme.${mode}`)}`, onClick: () => choose(mode) })),
            { type: 'divider' },
            { key: 'logout', label: t('app.logout'), onClick: () => window.location.assign('/logout') },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={`${t('app.account')}${t('ui.colon')}${me?.name ?? ''}`}>
          {narrow ? null : me?.name}
        </Button>
      </Dropdown>
    </>
  );
}
