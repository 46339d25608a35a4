import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from './app/router'
import { restoreLinkToken } from './steps/link-token'
import './styles.css'
import { currentLanguage } from './texts/text-store'

restoreLinkToken()
document.documentElement.lang = currentLanguage()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Router />
  </StrictMode>,
)
