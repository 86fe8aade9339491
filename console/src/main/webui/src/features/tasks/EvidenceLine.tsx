import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import EnvironmentOutlined from '@ant-design/icons/EnvironmentOutlined';
import FileExcelOutlined from '@ant-design/icons/FileExcelOutlined';
import FileImageOutlined from '@ant-design/icons/FileImageOutlined';
import FilePdfOutlined from '@ant-design/icons/FilePdfOutlined';
import FilePptOutlined from '@ant-design/icons/FilePptOutlined';
import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import FileWordOutlined from '@ant-design/icons/FileWordOutlined';
import LinkOutlined from '@ant-design/icons/LinkOutlined';
import VideoCameraOutlined from '@ant-design/icons/VideoCameraOutlined';
import { Button, Modal, Tooltip } from 'antd';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/people';
import type { EvidenceView } from '../../api/types';
import { bytes, moment } from '../../ui/format';
import { contentOf, thumbnailOf } from './evidence';

const ICONS: Record<string, ComponentType<{ 'aria-hidden': true }>> = {
  pdf: FilePdfOutlined,
  docx: FileWordOutlined,
  xlsx: FileExcelOutlined,
  pptx: FilePptOutlined,
  jpeg: FileImageOutlined,
  png: FileImageOutlined,
  heic: FileImageOutlined,
  mp4: VideoCameraOutlined,
  txt: FileTextOutlined,
};

/** What a browser can show without another program. */
const SHOWN = ['jpeg', 'png'];

export function Miniature({ file }: { file: EvidenceView }) {
  const Icon = ICONS[file.type] ?? FileTextOutlined;
  return <span className="miniature">{file.thumbnail === 'ready' ? <img src={thumbnailOf(file.id)} alt="" loading="lazy" /> : <Icon aria-hidden />}</span>;
}

export function EvidenceLine({ file, onRemove }: { file: EvidenceView; onRemove: () => void }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const [looking, setLooking] = useState(false);
  const refusedOpen = file.cannot.find(({ act }) => act === 'open')?.reason;
  const look = () => (SHOWN.includes(file.type) ? setLooking(true) : file.type === 'pdf' ? void openPdf(file) : undefined);
  const lookable = file.type === 'pdf' ? !refusedOpen : SHOWN.includes(file.type) && (!refusedOpen || file.thumbnail === 'ready');
  return (
    <li>
      <Miniature file={file} />
      <div className="grow">
        {lookable ? (
          <button type="button" className="evidence-name" onClick={look}>
            {file.name}
          </button>
        ) : (
          <span className="evidence-name">{file.name}</span>
        )}
        <div className="muted small row evidence-marks">
          <span>{bytes(file.size)}</span>
          <span>{nameOf(file.by)}</span>
          <span>{moment(file.at, i18n.language)}</span>
        </div>
        {(file.located || file.reusedFrom || file.reportIds.length > 0) && (
          <div className="muted small row evidence-marks">
            {file.located && (
              <Tooltip title={t('evidence.locatedWhy')}>
                <span tabIndex={0}><EnvironmentOutlined aria-hidden /> {t('evidence.located')}</span>
              </Tooltip>
            )}
            {file.reusedFrom && <span><LinkOutlined aria-hidden /> {t('evidence.reused')}</span>}
            {file.reportIds.length > 0 && <span>{t('evidence.namedBy', { count: file.reportIds.length })}</span>}
          </div>
        )}
      </div>
      {refusedOpen ? (
        <Tooltip title={refusedOpen}>
          <Button type="text" className="refused" aria-disabled aria-label={`${t('evidence.download', { name: file.name })}${t('ui.colon')}${refusedOpen}`} icon={<DownloadOutlined aria-hidden />} />
        </Tooltip>
      ) : (
        <Button type="text" href={contentOf(file.id)} download aria-label={t('evidence.download', { name: file.name })} icon={<DownloadOutlined aria-hidden />} />
      )}
      {file.can.includes('remove') && <Button type="text" aria-label={t('evidence.remove', { name: file.name })} icon={<DeleteOutlined aria-hidden />} onClick={onRemove} />}
      {looking && (
        <Modal open title={file.name} footer={null} width={960} onCancel={() => setLooking(false)}>
          <img className="evidence-large" src={refusedOpen ? thumbnailOf(file.id) : contentOf(file.id)} alt={file.name} />
        </Modal>
      )}
    </li>
  );
}

/** The service gives every file for download only; what was checked to run nothing may be read in a tab of its own. */
async function openPdf(file: EvidenceView) {
  const tab = window.open('', '_blank');
  const response = await fetch(contentOf(file.id), { credentials: 'same-origin' });
  if (!tab || !response.ok) {
    tab?.close();
    window.location.assign(contentOf(file.id));
    return;
  }
  tab.location.href = URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: 'application/pdf' }));
}
