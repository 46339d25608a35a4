import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import type { AppRow } from './apps-documents'

/** Who used the app, and when. */
export function UsesDialog({ app, onClose }: { app: AppRow; onClose: () => void }) {
  const t = useTexts('apps').uses
  const moments = useMoments()
  return (
    <Dialog title={t.title({ name: app.name })} onClose={onClose}>
      <div className="space-y-4">
        {app.uses.length === 0 ? <p className="text-muted">{t.none}</p> : null}
        <ul className="divide-y divide-hair">
          {app.uses.map((use) => (
            <li key={`${use.memberId} ${use.signedInAt}`} className="py-2">
              <p className="break-words font-semibold">{use.email}</p>
              <p className="text-meta text-muted">
                {use.endedAt
                  ? t.ended({ moment: moments.full(use.endedAt) })
                  : t.used({ moment: moments.full(use.lastUsedAt) })}
              </p>
            </li>
          ))}
        </ul>
        <div className="flex justify-end">
          <Button onClick={onClose}>{t.close}</Button>
        </div>
      </div>
    </Dialog>
  )
}
