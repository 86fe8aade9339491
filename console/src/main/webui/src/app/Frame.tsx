import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useMe } from '../api/me';
import { refreshOnMessage } from '../api/stream';
import { Bell } from '../features/messages/Bell';
import { useUnread } from '../features/messages/Bell';
import { Bones, Notice } from '../ui/Notice';
import { changeLanguage, isLanguage } from '../words/speak';
import { Account } from './Account';
import { placesFor, TABS, type Place } from './places';
import './frame.css';

const COLLAPSED = 'dudao.collapsed';

/** Navigation on the left, where I am and who I am above, four tabs below on a phone. */
export function Frame() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const me = useMe();
  const { pathname } = useLocation();
  const [collapsed, setCollapsed] = useState(localStorage.getItem(COLLAPSED) === 'true');
  useEffect(() => refreshOnMessage(queries), [queries]);
  useEffect(() => {
    const locale = me.data?.locale === 'zh' ? 'zh-CN' : me.data?.locale;
    if (isLanguage(locale) && localStorage.getItem('dudao.language') === null) void changeLanguage(locale);
  }, [me.data?.locale]);
  useEffect(() => {
    // Braces: a browser may answer with a promise, which is no way to end an effect.
    void window.scrollTo(0, 0);
  }, [pathname]);
  const fold = () => {
    localStorage.setItem(COLLAPSED, String(!collapsed));
    setCollapsed(!collapsed);
  };
  const places = placesFor(me.data?.roles ?? []);
  return (
    <div className={`frame ${collapsed ? 'collapsed' : ''}`}>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="top">
        <NavLink to="/" className="mark">
          <img src="/favicon.svg" alt="" width={22} height={22} />
          {t('app.name')}
        </NavLink>
        <span className="grow" />
        <Bell />
        <Account places={places} />
      </header>
      <nav className="side" aria-label={t('app.menu')}>
        <ul>
          {places.map((place) => (
            <PlaceLink key={place.name} place={place} />
          ))}
        </ul>
        <button type="button" className="fold" onClick={fold} aria-expanded={!collapsed} aria-label={collapsed ? t('app.expand') : t('app.collapse')}>
          {collapsed ? '»' : `« ${t('app.collapse')}`}
        </button>
      </nav>
      <main id="content" tabIndex={-1}>
        {me.isError ? (
          <Notice error={me.error} onRetry={() => void me.refetch()} />
        ) : (
          <Suspense fallback={<Bones rows={8} />}>
            <Outlet />
          </Suspense>
        )}
      </main>
      <nav className="bottom" aria-label={t('app.menu')}>
        {TABS.map((place) => (
          <Tab key={place.name} place={place} />
        ))}
      </nav>
    </div>
  );
}

function PlaceLink({ place: { name, to, icon: Icon } }: { place: Place }) {
  const { t } = useTranslation();
  const unread = useUnread();
  const label = t(`app.nav.${name}`);
  return (
    <li>
      <NavLink to={to} end={to === '/'} title={label}>
        <Icon aria-hidden />
        <span className="place-name">{label}</span>
        {name === 'messages' && unread > 0 && <span className="waits">{unread > 99 ? '99+' : unread}</span>}
      </NavLink>
    </li>
  );
}

function Tab({ place: { name, to, icon: Icon } }: { place: Place }) {
  const { t } = useTranslation();
  const unread = useUnread();
  return (
    <NavLink to={to} end={to === '/'}>
      <span className="tab-icon">
        <Icon aria-hidden />
        {name === 'messages' && unread > 0 && <span className="badge">{unread > 99 ? '99+' : unread}</span>}
      </span>
      {t(name === 'overview' ? 'app.nav.todo' : `app.nav.${name}`)}
    </NavLink>
  );
}
