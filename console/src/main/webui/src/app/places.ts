import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import ApiOutlined from '@ant-design/icons/ApiOutlined';
import AlertOutlined from '@ant-design/icons/AlertOutlined';
import CheckSquareOutlined from '@ant-design/icons/CheckSquareOutlined';
import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import HomeOutlined from '@ant-design/icons/HomeOutlined';
import MailOutlined from '@ant-design/icons/MailOutlined';
import ToolOutlined from '@ant-design/icons/ToolOutlined';
import type { ComponentType } from 'react';
import type { Role } from '../api/types';
import { urls } from './urls';

export interface Place {
  name: 'overview' | 'plans' | 'tasks' | 'alerts' | 'messages' | 'units' | 'webhooks' | 'health';
  to: string;
  icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** Whoever has none of these would only be refused there; without, it is for everybody. */
  roles?: Role[];
}

const PLACES: Place[] = [
  { name: 'overview', to: urls.overview(), icon: HomeOutlined },
  { name: 'plans', to: urls.plans(), icon: FileTextOutlined },
  { name: 'tasks', to: urls.tasks(), icon: CheckSquareOutlined },
  { name: 'alerts', to: urls.alerts(), icon: AlertOutlined },
  { name: 'messages', to: urls.messages(), icon: MailOutlined },
  { name: 'units', to: urls.units(), icon: ApartmentOutlined },
  { name: 'webhooks', to: urls.webhooks(), icon: ApiOutlined, roles: ['admin', 'supervisor', 'office', 'school'] },
  { name: 'health', to: '/health', icon: ToolOutlined, roles: ['admin', 'supervisor'] },
];

export const placesFor = (roles: Role[]) => PLACES.filter((place) => !place.roles || place.roles.some((role) => roles.includes(role)));
export const TABS = PLACES.filter(({ name }) => ['overview', 'tasks', 'alerts', 'messages'].includes(name));
