import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from './app/router'
import './styles.css'
import { currentLanguage } from './texts/text-store'

document.documentElement.lang = currentLanguage()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Router />
  </StrictMode>,
)
