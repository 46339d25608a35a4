import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from './app/router'
import { restoreLinkToken } from './steps/link-token'
import './styles.css'
import { followOtherTabs, markDocument } from './texts/text-store'

restoreLinkToken()
markDocument()
followOtherTabs()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Router />
  </StrictMode>,
)
