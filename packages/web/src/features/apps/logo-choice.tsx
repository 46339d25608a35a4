import { limits } from '@twinlock/shared/limits'
import { useId, useState } from 'react'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { FieldError } from '../../ui/field'
import { FileButton } from '../../ui/file-button'

const KINDS = ['image/png', 'image/jpeg', 'image/webp']

type Props = { logo: string | null; onChange: (logo: string | null) => void; error: string | undefined }

/** A small picture, kept as it is: people see it on their way to the app. */
export function LogoChoice({ logo, onChange, error }: Props) {
  const t = useTexts('apps').form
  const refusal = useTexts('common').refusals.fields.logo
  const [isRefused, setRefused] = useState(false)
  const id = useId()
  const choose = async (file: File) => {
    const address = KINDS.includes(file.type) ? await dataAddressOf(file) : ''
    const isFine = address !== '' && address.length <= limits.app.logoLength
    setRefused(!isFine)
    if (isFine) onChange(address)
  }
  return (
    <div>
      <p className="mb-1 font-semibold">{t.logo}</p>
      <p id={`${id}-hint`} className="mb-2 text-meta text-muted">
        {t.logoHint}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        {logo ? <img src={logo} alt="" className="size-12 rounded-control border border-hair object-cover" /> : null}
        <FileButton label={t.chooseLogo} accept={KINDS.join(',')} aria-describedby={`${id}-hint`} onFile={choose} />
        {logo ? <Button onClick={() => onChange(null)}>{t.dropLogo}</Button> : null}
      </div>
      <FieldError id={`${id}-error`} error={isRefused ? refusal : error} />
    </div>
  )
}

function dataAddressOf(file: File): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => resolve('')
    reader.readAsDataURL(file)
  })
}
