// The page works without this script; the script adds charts, the choices (year, language, theme) and downloads.
import { startBaseline } from './baseline.js';
import { startCharts } from './chart.js';
import { startChoices } from './choices.js';
import { startFolds } from './folds.js';
import { startPrinting } from './print.js';
import { mountSections } from './sections.js';
import { startStacks } from './stacks.js';
import { startTables } from './tables.js';
import { startYears } from './years.js';

startYears();
startFolds();
startChoices();
startBaseline();
startTables();
startStacks();
mountSections();
startCharts();
startPrinting();
