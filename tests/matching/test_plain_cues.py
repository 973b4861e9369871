"""What each cue does and how far it reaches, in few words: denial, others who act, courses, requirements."""

from __future__ import annotations

import pyarrow as pa
import pytest

from pipeline.matching import CompiledLexicon, explain, scan
from tests.matching.test_plain import FAR, SHORT

# A text and the duties that it is found to name, as `readings` in test_bites.py has it: "-" denied, "?" on a condition,
# "[kind]" where it is no duty of the job-holder.
TEXTS = r"""
#! Numbers and letters of items
Duties:\nA. Draws blood => bleed
Duties:\nb. Draws blood => bleed
Duties:\nII.P.2 Draws blood => bleed
Duties:\nII.P.2. Tests urine => urine
Duties:\nI.P.4.a Tests urine => urine
Duties:\n40.4 Tests urine => urine
Duties:\n1.a. Tests urine => urine
Duties:\n- I.P.10 Tests urine => urine
Duties:\nII.P Tests urine =>
Duties:\nII.P.2Tests urine =>
Duties:\nI.P.1 draws blood\nI.P.2 tests urine => bleed, urine
Prohibited:\na. draws blood\nb. tests urine => -bleed, -urine
Q. May you draw blood?\nA. No. => -bleed
Q. May you draw blood?\nA. Yes. => bleed
#! The assistant who does it, and what the reader did
Patients record rooms by assistants, who draw blood => bleed
Patients record rooms by nurses, who draw blood => bleed [other_actor]
You recorded and labeled rooms => notes
You quickly recorded and labeled rooms => notes
You recorded and labeled =>
You recorded and rooms =>
Xx recorded and labeled rooms =>
#! What the reader is asked to do
The nurse may ask you to draw blood => bleed
The nurse may ask you to draw blood and give pills => bleed, bring
The nurse draws blood and may ask you to give pills => bleed [other_actor], bring
We ask you to draw blood => bleed
The nurse gives pills seeking to draw blood => bring [other_actor], bleed [other_actor]
#! The job-holder behind a comma
Records rooms, the assistant draws blood => notes, bleed
Giving rooms, the assistant draws pills => bring
Drawing rooms, the nurse gives blood =>
Draws rooms, the blood assistant quickly => bleed
Draws rooms, assistants blood => bleed
Draws rooms, you and blood => bleed
Draws rooms, the quickly assistant is blood =>
Draws rooms, the assistant quickly may blood =>
Draws rooms, the assistant tests blood =>
Draws rooms, the assistant tests and blood =>
Draws rooms, who give blood =>
Draws rooms the assistant is blood => bleed
#! Taught, and done besides
Teaches patients to draw blood =>
Teaches patients and to draw blood => bleed
Teaches patients and is to draw blood => bleed
Teaches patients and may draw blood => bleed
Teaches assistants or to draw blood => bleed
Teaches patients to give pills and to draw blood => bleed
#! Performs or assists
Performs or assists with sutures => stitch
Assists with or performs sutures => stitch
Performs sutures or assists with sutures => stitch, stitch [other_actor]
Assists with or quickly performs sutures => stitch
Assists with sutures, performs sutures => stitch [other_actor], stitch
Assists with procedures such as ecgs, or quickly performs ecgs => ecg [other_actor], ecg
Records or assists with procedures such as ecgs => ecg [other_actor]
Performs or assists with procedures such as ecgs => ecg
Performs, records and assists with procedures such as ecgs => ecg
Assists and performs procedures such as ecgs => ecg [other_actor]
Performs ecgs; assists with procedures such as ecgs => ecg, ecg [other_actor]
Performs ecgs, assists with procedures such as ecgs => ecg, ecg [other_actor]
Performs and quickly assists with sutures => stitch
Records and assists with sutures => stitch [other_actor]
#! Headings that deny, and who may
Prohibited:\nYou may draw blood => bleed
Prohibited:\nYou draw blood => -bleed
Prohibited:\nAssistants quickly may draw blood => -bleed
Prohibited:\nThe nurse may draw blood => -bleed [other_actor]
Prohibited:\nMay draw blood => -bleed
Prohibited:\nYou may draw blood, ecg => bleed, ecg
Prohibited:\nDraws blood, but cannot give pills => bleed, -bring
Prohibited:\nDraws blood, but gives pills => -bleed, -bring
Prohibited:\nDraws blood but quickly cannot give pills => -bleed, -bring
Prohibited:\nDraws blood but not ecg => bleed, -ecg
Prohibited:\nDraws blood, ecg but => -bleed, -ecg
#! Names before verbs; words that are verb and thing
Xx records rooms => notes
Xx draws blood => bleed
Xx tests urine => urine
Xx quickly tests urine => urine
Xx, tests urine => urine
Xx tests =>
Xx xx tests urine =>
Xx tests and urine =>
Xx tests of urine =>
Blood tests urine =>
The xx tests urine =>
Puts urine, tests, records => urine
Puts urine, tests, records rooms => urine, notes
Puts urine, tests, draws blood => urine, bleed
Puts urine, tests and records rooms => urine, notes
Tests, records and labels =>
Tests, records and gives pills => bring
Tests, records rooms => notes
Tests and records =>
Tests, records in rooms =>
Tests, records rooms, urine => notes, urine
Tests, records, labels rooms => notes
Tests, records xx labels rooms => notes
Gives urine, tests, quickly records rooms => urine, notes
#! A list of duties behind a colon
Books duties: ecg, blood drawing => ecg, bleed
Books duties, ecg =>
Books xx: ecg =>
Books and performs duties: ecg => ecg
Gives duties: ecg => ecg
Duties: ecg => ecg
Books ecg, duties: ecg, arm => twin
Books for duties: ecg =>
#! A subject that goes on behind a semicolon
The nurse draws blood; gives pills => bleed [other_actor], bring [other_actor]
The nurse draws blood; and quickly gives pills => bleed [other_actor], bring [other_actor]
Gives pills; the nurse draws blood; puts urine => bring, bleed [other_actor], urine
The nurse draws blood; draws blood; puts urine => bleed [other_actor], bleed [other_actor], urine [other_actor]
The nurse draws blood; giving pills => bleed [other_actor], bring
The nurse draws blood; ecg => bleed [other_actor], ecg
The nurse draws blood; you give pills => bleed [other_actor], bring
The nurse draws bloodGives pills => bleed [other_actor], bring
The nurse draws blood; assistants give pills; put urine => bleed [other_actor], bring, urine
Xx while the nurse draws blood; gives pills => bleed [other_actor], bring
The nurse draws blood; records rooms => bleed [other_actor], notes [other_actor]
Draws blood, for the nurse to put urine; gives pills => bleed, urine [other_actor], bring
The nurse draws blood; and => bleed [other_actor]
Learn ecg; gives pills => ecg [education], bring
#! Helped, in the past
Assisted with sutures => stitch [other_actor]
Assisted in giving pills => bring
Assisted the nurse with sutures => stitch [other_actor]
Assisted; with sutures => stitch [other_actor]
Xx assisted with sutures => stitch
Assisted =>
Gives pills, assisted with sutures => bring, stitch
Drawn with blood =>
Assisted for sutures =>
#! By whom, without a verb
ECG by the nurse => ecg [other_actor]
ECG by nurses only => -ecg
ECG by the assistant => ecg
ECG by nurse and assistant => ecg
ECG by protocol => ecg
Pill, ecg by physician => ecg [other_actor]
#! Who acts, and what is helped with
The nurse quickly drawing blood => bleed
The nurse drawing blood => bleed [other_actor]
Patients no ecg => ecg
Xx no ecg => ecg
Xx, our school draws blood => bleed [company]
Xx our school draws blood => bleed
Xx; our school draws blood => bleed [company]
Xx we draw blood => bleed [company]
Our school, we draw blood => bleed [company]
Assists in giving clinic => tour
Assists with drawing the clinic => tour
Assists, giving clinic => tour
Assists quickly giving clinic =>
Assists for giving clinic =>
Assists nurses draw clinic => tour
Assists the nurse to draw clinic => tour
Assists the nurses and physician to draw clinic => tour
Assists to draw clinic =>
Assists the xx to draw clinic =>
Assists quickly to draw clinic =>
Assists xx nurse draw clinic =>
Gives in drawing clinic =>
Assists in clinic => tour
Assists nurses; draw clinic => tour
#! Ends, lists of acts, courses
The nurse collection of urine; and draws blood => bleed
Blood is drawn by the nurse and => bleed [other_actor]
Blood is drawn by the nurse and xx => bleed [other_actor]
Xx ECG is allowed nurse =>
Xx xx ECG is allowed nurse =>
Xx xx, may draw blood? => bleed
Collection quickly reading of blood =>
Collection, reading of blood =>
Collection and reading of blood => bleed
Collection or quickly reading of blood => bleed
Collection of =>
Xx and quickly draws blood => bleed
And quickly draws blood => bleed
Duties: books ecg =>
Duties: ecg, books ecg => ecg
Ecg by the nurse only => -ecg
Ecg by the nurse => ecg [other_actor]
Testing of =>
Records of =>
Books, performs and draws duties: blood => bleed
Books and draws duties: blood =>
Gives pills.\nMED 199 Draws blood => bring, bleed [education]
Gives pills.\nMED 190 Draws blood => bring, bleed [education]
Gives pills.\nMED 109 Draws blood => bring, bleed [education]
Gives pills.\nMED 99 Draws blood => bring, bleed
#! Verbs far apart, glued cells, brackets, items
Draws and quickly daily quickly daily quickly gives blood =>
Draws and quickly daily quickly daily gives blood => bleed
Draws and quickly daily quickly daily quickly daily quickly gives blood =>
Xx zzEcg => ecg
Xx aEcg =>
Xx azEcg => ecg
Gives pills and records (rooms) => bring, notes
Records (rooms) => notes
Gives pills (xx) quickly tests urine => urine
Draws & gives pills => bring
Gives blood & draws blood => bleed
Booking ecgs and suturing => stitch
Booking ecgs, suturing => stitch
Booking suturing =>
Booking ecgs or xx suturing =>
xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx prohibited:\n- Draws blood => -bleed
xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx benefits:\n- Draws blood => bleed [company]
#! What others are taught
Teaches patients to draw blood =>
Teaches patients to draw blood and give pills => bring
Teaches patients to draw blood, give pills => bring
Teaches patients to quickly draw blood =>
Teaches assistants to draw blood =>
Teaches nurses to draw blood =>
Teaches the room to draw blood =>
Teaches xx to draw blood => bleed
Teaches to draw blood => bleed
Teaches patients in drawing blood =>
Teaches patients with drawing blood =>
Teaches patients for drawing blood => bleed
Teaches patients, to draw blood => bleed
Teaches patients; to draw blood => bleed
Teaches patients and nurses to draw blood =>
Teaches patients xx xx to draw blood =>
Teaches patients who draw blood =>
Teaches patients draws blood => bleed
Gives patients pills to draw blood => bring, bleed
Teaches patients the arm to draw urine =>
Teaches patients, to draw blood => bleed
Teaches patients; to draw blood => bleed
Teaches patients to, draw blood => bleed
Teaches patients (to draw blood) =>
Teaches, patients to draw blood => bleed
#! Headings asking
Requirements:\nDraws blood => bleed
Requirements:\nQuickly daily draws blood => bleed
Requirements:\nBlood drawing => bleed [requirement]
Requirements:\nECG; draws blood => ecg [requirement], bleed [requirement]
Requirements:\nDraws blood; ecg => bleed, ecg
Requirements:\nECG, able to draw blood; ecg => ecg [requirement], bleed, ecg
Benefits:\nDraws blood => bleed [company]
Benefits:\nSeeking to draw blood => bleed
Learn ecg, seeking ecg => ecg [education], ecg
Knowledge of ecg, seeking ecg => ecg [requirement], ecg [requirement]
Prohibited:\nDraws blood; ecg => -bleed, -ecg
Prohibited:\nMay draw blood, ecg => -bleed, -ecg
Prohibited:\nDraws blood, except ecg, gives pills => -bleed, ecg, -bring
#! Requirement or ability, by what follows
Skill in drawing blood => bleed
Skill in ecg => ecg [requirement]
Skill in drawing blood, ecg => bleed, ecg
Skill in the ecg, able to draw blood => ecg [requirement], bleed
Knowledge of ecg, skill in giving pills => ecg [requirement], bring
Skill in drawing blood preferred => bleed [requirement]
Able to draw blood preferred => bleed
ECG is allowed =>  ecg
ECG is allowed nurse =>
ECG is not allowed nurse => -ecg
#! Pronouns
Urine, cannot put it => -urine
Cannot draw urine, but puts it => urine
The nurse draws urine, you put it => urine
Cannot draw blood, scale, puts it => -bleed, -scales, -urine
Puts the scale, draws blood => scales, urine, bleed
Urine, puts it, which is forbidden => -urine
Urine for patients, puts them => urine
Patients, urine, puts them =>
Patients; urine, puts them => urine
Urine, if the nurse puts it => urine [other_actor]
Scale is put by the nurse => scales [other_actor], urine [other_actor]
Scale may be put => scales, urine
Scale may put xx => scales
Assists draw blood => bleed
Booking, testing and giving pills => bring
Sutures, testing and giving pills => stitch, bring
#! Ends of a clause
Cannot draw blood; gives pills => -bleed, bring
Cannot draw blood | gives pills => -bleed, bring
Cannot draw bloodGives pills => -bleed, bring
Cannot draw blood, give pills => -bleed, -bring
Learn ecg; draws blood => ecg [education], bleed
Learn ecg, draws blood => ecg [education], bleed [education]
Learn ecgGives pills => ecg [education], bring
Assists with sutures; sutures => stitch [other_actor], stitch [other_actor]
Assists with procedures such as ecgs; gives pills => ecg [other_actor], bring
Assists with procedures such as ecgs - gives pills => ecg [other_actor], bring [other_actor]
#! Short denial
Without drawing blood, gives pills => -bleed, bring
Draws blood (except ecg) gives pills => bleed, -ecg, bring
Without drawing blood gives pills => -bleed, -bring
Without drawing blood; gives pills => -bleed, bring
Except ecg cannot draw blood, gives pills => -ecg, -bleed, -bring
Never without ecg, gives pills => ecg, bring
Without ecg never draws blood, gives pills => -ecg, -bleed, -bring
#! Of another until the comma
For the nurse to draw blood, gives pills => bleed [other_actor], bring
For the nurse to draw blood (gives pills) => bleed [other_actor], bring
(For the nurse to draw blood) gives pills => bleed [other_actor], bring
For the nurse to draw blood; gives pills => bleed [other_actor], bring
For the nurse to draw blood and give pills => bleed [other_actor], bring [other_actor]
For the nurse to xx, gives pills => bring
For the nurse draw blood => bleed
For nurse to draw blood, gives pills => bleed [other_actor], bring
For the nurse able to draw blood => bleed
Assists for the nurse to draw blood => bleed
While the nurse draws blood, gives pills => bleed [other_actor], bring
While nurse draws blood, gives pills => bleed [other_actor], bring
xx while the nurse draws blood, gives pills => bleed [other_actor], bring
xx the nurse draws blood, gives pills => bleed, bring
if physician draws blood gives pills => bleed [other_actor], bring [other_actor]
#! Helped
Assists with procedures such as ecgs, draws blood => ecg [other_actor], bleed
Assists with procedures such as ecgs and draws blood, gives pills => ecg [other_actor], bleed, bring
Assists with procedures such as ecgs, draws blood, ecg => ecg [other_actor], bleed, ecg
Assists with procedures such as ecgs, drawing blood, ecg => ecg [other_actor], bleed, ecg [other_actor]
Assists with procedures such as suturing, performing sutures => stitch [other_actor], stitch [other_actor]
Assists with procedures including ecgs => ecg [other_actor]
Assists with procedures ecgs => ecg
Assists with xx such as ecgs => ecg
Assists with procedures xx such as ecgs => ecg
Procedures such as ecgs => ecg
Assists with procedures such as ecgs by drawing blood => ecg [other_actor], bleed
Assists with sutures => stitch [other_actor]
Assists nurses with sutures => stitch [other_actor]
Assists with sutures and sutures => stitch [other_actor], stitch [other_actor]
Assists with ecg, performs sutures => ecg, stitch
Assists with ecg and performs sutures => ecg, stitch
Assists with ecg quickly performs sutures => ecg, stitch [other_actor]
Assists by performing sutures => stitch
Performs sutures => stitch
Assist, sutures => stitch
Assists such as ecgs => ecg
#! Colon
Not allowed: draws blood => -bleed
Forbidden: draws blood => -bleed
Prohibited: draws blood => -bleed
Never: draws blood => -bleed
xx: draws blood => bleed
xx not allowed: ecg, draws blood => -ecg, -bleed
: draws blood => bleed
Allowed: draws blood => bleed
#! Holder behind a comma
Cannot draw blood, you give pills => -bleed, bring
Cannot draw blood, assistants give pills => -bleed, bring
Cannot draw blood, who give pills => -bleed
Cannot draw blood you give pills => -bleed, -bring
Without ecg you give pills, ecg => -ecg, -bring, ecg
Prohibited:\nDraws blood, you give pills => -bleed, -bring
#! Learnt, then done
Learn to draw blood before giving pills => bleed [education], bring
Learn ecg before pills, ecg => ecg [education], ecg [education]
Knowledge of ecg before giving pills => ecg [requirement], bring [requirement]
Learn ecg while testing urine => ecg [education], urine
Learn ecg before => ecg [education]
Benefits:\nLearn ecg before giving pills => ecg [education], bring [company]
Requirements:\nLearn ecg before giving pills => ecg [education], bring [requirement]
#! Conditions
Draws blood if certified => bleed ?
Trained to draw blood => bleed ?
Draws blood; trained to give pills => bleed ?, bring ?
Draws blood. Trained to give pills => bleed, bring ?
#! Turns
Cannot draw blood but gives pills => -bleed, bring
Cannot draw blood however gives pills => -bleed, bring
Without drawing blood but gives pills, ecg => -bleed, bring, ecg
Nurses draw blood but give pills => bleed [other_actor], bring
Learn ecg but draws blood => ecg [education], bleed [education]
We draw blood but give pills => bleed [company], bring [company]
Prohibited:\nDraws blood but gives pills => -bleed, -bring
#! May
Cannot draw blood and may give pills => -bleed, bring
Cannot draw blood and may not give pills => -bleed, -bring
Only a nurse may draw blood => -bleed
Only a nurse may draw blood, ecg => -bleed, -ecg
Without ecg may draw blood, gives pills => bleed, bring
May draw blood => bleed
#! Asked for, taught, able
Knowledge of ecg => ecg [requirement]
Knowledge of drawing blood, ecg => bleed [requirement], ecg [requirement]
Experience with ecg => ecg [requirement]
Learn knowledge of ecg => ecg [education]
We learn ecg => ecg [education]
Course in ecg, sutures => ecg [education], stitch [education]
Learn ecg; sutures => ecg [education], stitch
Able to draw blood => bleed
Knowledge of ecg, able to draw blood, sutures => ecg [requirement], bleed, stitch
Learn ecg, able to draw blood => ecg [education], bleed [education]
Knowledge of ecg, sutures, able to draw blood; ecg preferred => ecg [requirement], stitch [requirement], bleed, ecg
#! Of the house
We draw blood => bleed [company]
We quickly draw blood => bleed [company]
We draw blood, you give pills => bleed [company], bring [company]
We draw blood; gives pills => bleed [company], bring
We will draw blood => bleed [company]
We are drawing blood => bleed [company]
We blood, ecg => ecg
We, draws blood => bleed
We - draw blood => bleed
For we draw blood => bleed [company]
Our school draws blood => bleed [company]
Our school and nurses draw blood => bleed [company]
Our school and nurses and nurses and nurses draw blood => bleed
We drawing blood => bleed [company]
Benefits:\nWe draw blood, able to give pills => bleed [company], bring [company]
Learn ecg, we draw blood => ecg [education], bleed [company]
Sutures with we => stitch
#! Only
Only draws blood => bleed
Only you draw blood => bleed
Only a licensed nurse may draw blood => -bleed
Only the nurse you draw blood => -bleed
Only drawing blood by nurse => bleed
Only xx xx xx xx xx xx nurse draws blood => -bleed
Only xx xx xx xx xx xx xx nurse draws blood => -bleed
Only xx xx xx xx xx xx xx xx nurse draws blood => bleed
Only xx; nurse draws blood => bleed [other_actor]
Gives pills, only a nurse may draw blood => bring, -bleed
Gives pills; only a nurse may draw blood => bring, -bleed
Gives pills - only a nurse may draw blood => bring, -bleed
Gives pills only a nurse may draw blood => bring, bleed
Gives pills (only a nurse may draw blood) => bring, bleed [other_actor]
Only nurses draw blood => -bleed
Only nurses draw blood but you give pills => -bleed, bring
#! The one who does it
It is the nurse who draws blood => bleed [other_actor]
The nurse, who draws blood, gives pills => bleed [other_actor], bring [other_actor]
The nurse who draws blood, gives pills => bleed [other_actor], bring
The nurse; who draws blood => bleed
The nurse - who draws blood => bleed
The assistant who draws blood => bleed
The nurse assists who draws blood =>
Assists the nurse who draws blood =>
Learn ecg, the nurse who draws blood => ecg [education], bleed [education]
Who draws blood => bleed
Nurse who draws blood; gives pills => bleed [other_actor], bring
#! Then the holder
The nurse draws blood and the assistant gives pills => bleed [other_actor], bring
The nurse draws blood and you give pills => bleed [other_actor], bring
The nurse draws blood and gives pills => bleed [other_actor], bring [other_actor]
The nurse draws blood, gives pills => bleed [other_actor], bring [other_actor]
#! Actors
The nurse draws blood => bleed [other_actor]
Quickly the nurse draws blood => bleed [other_actor]
Nurse and physician draw blood => bleed [other_actor]
xx nurse draws blood => bleed
ECG, the nurse draws blood => ecg, bleed [other_actor]
ECG (the nurse draws blood) => ecg, bleed [other_actor]
ECG - the nurse draws blood => ecg, bleed [other_actor]
ECG: the nurse draws blood => ecg, bleed [other_actor]
ECG; nurse and physician draw blood => ecg, bleed [other_actor]
ECG, nurse and the physician quickly draw blood => ecg, bleed [other_actor]
xx nurse and physician draw blood => bleed
The nurse may draw blood => bleed [other_actor]
The nurse is drawing blood => bleed [other_actor]
Nurse blood drawing => bleed
Nurse drawing blood => bleed [other_actor]
Nurse, draw blood => bleed
Nurse; draw blood => bleed
Nurse - draw blood => bleed
Nurse draw blood => bleed [other_actor]
The nurse quickly daily only as ordered draws blood => bleed [other_actor]
The nurse quickly daily only as ordered quickly draws blood => bleed
Under the nurse draws blood => bleed
Under the nurse, draws blood => bleed
Learn ecg, nurse draws blood => ecg [education], bleed [education]
Which nurse draws blood => bleed [other_actor]
If the nurse draws blood, gives pills => bleed [other_actor], bring
Before nurse draws blood, gives pills => bleed [other_actor], bring
And the nurse draws blood => bleed [other_actor]
#! Denied behind
Drawing blood is not allowed => -bleed
Draw blood is not allowed => -bleed
Draws blood, not allowed => -bleed
Drawing blood, not allowed => -bleed
ECG, not allowed => -ecg
ECG xx xx xx xx xx xx xx xx xx xx not allowed => -ecg
ECG xx xx xx xx xx xx xx xx xx xx xx not allowed => -ecg
Draws blood xx xx xx xx xx xx xx xx xx xx not allowed => -bleed
Draws blood xx xx xx xx xx xx xx xx xx xx xx not allowed => bleed
Draws blood xx xx xx xx xx xx xx xx xx xx xx xx not allowed => bleed
Drawing blood xx xx xx xx xx xx xx xx xx xx xx xx not allowed => -bleed
Draws blood (xx xx) not allowed => -bleed
Draws blood (not allowed) => -bleed
Draws blood (xx not allowed) => bleed
Draws blood (forbidden) gives pills => -bleed, bring
Draws blood (ecg) forbidden => -bleed, -ecg
Draws blood (ecg, forbidden => bleed, -ecg
Draws blood - not allowed => -bleed
Draws blood - xx not allowed => bleed
Draws blood: not allowed => -bleed
Draws blood; not allowed => -bleed
Draws blood: no => -bleed
Draws blood - no => -bleed
Draws blood; no => -bleed
Draws blood (no) => -bleed
Draws blood, no => bleed
Draws blood no => bleed
ECG, no => ecg
Draws bloodNo => -bleed
Cannot draw blood; ecg => -bleed, ecg
Draws blood but not allowed => bleed
ECG but forbidden => ecg
ECG, gives pills, forbidden => ecg, -bring
ECG, drawing blood, giving pills are forbidden => -ecg, -bleed, -bring
ECG, drawing blood and give pills are forbidden => ecg, bleed, -bring
ECG gives pills forbidden => ecg, -bring
ECG collection of blood forbidden => -ecg, -bleed
Draws blood which is not => bleed
... but ecgs are not => -ecg
ECGs are not => -ecg
ECGs are not xx => ecg
ECGs is not => ecg
ECGs xx not => ecg
Drawing blood, collection of urine, ecg are forbidden => -bleed, -ecg
Draws blood, ecg, urine forbidden => bleed, ecg
Drawing blood, giving pills: forbidden => -bleed, -bring
Drawing blood; giving pills forbidden => bleed, -bring
Drawing blood (by the nurse) is forbidden => -bleed
#! By another
Blood is drawn by the nurse => bleed [other_actor]
Blood is drawn as ordered by the physician => bleed
Blood is drawn xx xx by nurse => bleed [other_actor]
Blood is drawn xx xx xx by nurse => bleed
Blood is drawn xx by nurse => bleed [other_actor]
Blood is drawn, by the nurse => bleed
Blood is drawn; by the nurse => bleed
Blood is drawn by xx xx xx nurse => bleed [other_actor]
Blood is drawn by xx xx xx xx nurse => bleed
Blood is drawn by xx xx nurse => bleed [other_actor]
Blood is drawn by xx; nurse => bleed
Blood is drawn by xx, nurse => bleed [other_actor]
Blood is drawn by you and the nurse => bleed
Blood is drawn by drawing nurse => bleed
Blood is drawn by nurse and you => bleed
Blood is drawn by nurse or physician => bleed [other_actor]
Blood is drawn by nurse and xx you => bleed [other_actor]
Blood is drawn by nurse you => bleed [other_actor]
Blood is drawn by => bleed
Blood is drawn by xx => bleed
Blood is drawn => bleed
Draws blood by the nurse => bleed
Learn blood drawn by the nurse => bleed [education]
#! Asked for behind
Draws blood experience => bleed [requirement]
Draws blood xx experience => bleed [requirement]
Draws blood xx xx experience => bleed [requirement]
Draws blood xx xx xx experience => bleed
Draws blood, experience => bleed
Draws blood; experience => bleed
Draws blood - experience => bleed
Draws blood (experience) => bleed
Draws blood gives experience => bleed
Cannot draw blood experience => -bleed
ECG certificate => ecg [requirement]
ECG xx certificate => ecg [requirement]
ECG preferred => ecg [requirement]
ECG preferred, draws blood => ecg [requirement], bleed
ECG preferred (xx) => ecg [requirement]
(ECG preferred) xx => ecg [requirement]
ECG preferred; draws blood => ecg [requirement], bleed
ECG preferred - draws blood => ecg [requirement], bleed
ECG preferred and draws blood => ecg [requirement], bleed
ECG preferred but draws blood => ecg [requirement], bleed
ECG preferred xx => ecg
ECG xx xx xx xx xx xx xx preferred => ecg [requirement]
ECG, sutures, blood drawn preferred => ecg [requirement], stitch [requirement], bleed [requirement]
ECG; sutures preferred => ecg, stitch [requirement]
ECG - sutures preferred => ecg [requirement], stitch [requirement]
Able to draw blood, ecg preferred => bleed, ecg
Cannot draw blood preferred => -bleed
ECG a plus => ecg [requirement]
Learn ecg preferred => ecg [education]
#! Not done by helping
Sutures => stitch
Assists with sutures in rooms => stitch [other_actor]
Assisting with sutures => stitch [other_actor]
Sutures in rooms => stitch
Performs sutures in rooms => stitch
Performs and assists with sutures => stitch
Assists in performing sutures => stitch [other_actor]
Assists with sutures for patients => stitch [other_actor]
Regarding sutures =>
#! Verbs alone
Cannot diagnose => -judge
Cannot diagnose, prescribe or draw blood => -judge, -judge, -bleed
Diagnose =>
May not diagnose or prescribe => -judge, -judge
Diagnose and prescribe =>
Never diagnose => -judge
Diagnose, draws blood => bleed
Cannot diagnose ecg => -ecg
Diagnose: no => -judge
Diagnose; cannot prescribe => -judge
Without ecg; diagnose => -ecg
Draws blood, cannot diagnose => bleed, -judge
Learn to diagnose =>
Learn, cannot diagnose => -judge [education]
#! What a heading says
# Prohibited\n- ECG => -ecg
# Not allowed\n- ECG => -ecg
# Never\n- ECG => -ecg
# Forbidden\n- ECG => -ecg
# Duties\n- ECG => ecg
# Benefits\n- ECG => ecg [company]
# Requirements\n- ECG => ecg [requirement]
# Learn\n- ECG => ecg [education]
# Knowledge of\n- ECG => ecg [requirement]
# Xx knowledge of\n- ECG => ecg
# Need\n- ECG => ecg [requirement]
# Requirements and duties\n- ECG => ecg
# Duties and benefits\n- ECG => ecg
# Benefits and duties\n- ECG => ecg
# Benefits and requirements\n- ECG => ecg [company]
# Requirements and benefits\n- ECG => ecg [requirement]
# Learn requirements\n- ECG => ecg [education]
# Requirements learn\n- ECG => ecg [requirement]
# Learn benefits\n- ECG => ecg [education]
# Prohibited duties\n- ECG => -ecg
# Prohibited benefits\n- ECG => -ecg [company]
# May and cannot\n- ECG => ecg
# Xx may and cannot\n- ECG => ecg
# Xx may and xx cannot\n- ECG => -ecg
# Allowed and prohibited\n- ECG => -ecg
# Xx and cannot\n- ECG => -ecg
# And cannot may\n- ECG => -ecg
# Cannot and may\n- ECG => -ecg
# Duties\n## Xx\n- ECG => ecg
# Requirements\n## Xx\n- ECG\n# Xx\n- Draws blood => ecg [requirement], bleed
# Requirements\n- ECG\n# Duties\n- Draws blood => ecg [requirement], bleed
# Prohibited\n## Xx\n### Yy\n- ECG\n## Benefits\n- ECG => -ecg, ecg [company]
# Benefits\n## Xx\n- ECG => ecg [company]
# Xx\n- ECG => ecg
Requirements\n- ECG => ecg [requirement]
Requirements\nECG => ecg [requirement]
Prohibited:\n- ECG:\n  - ECG => -ecg
Prohibited: ECG => -ecg
# Prohibited ECG\n- Draws blood => -bleed
# ECG\nDraws blood => bleed
ECG is forbidden:\n- Draws blood => -bleed
Draws blood and gives pills to the patients in the room every day at nine:\n- ECG => bleed, bring, ecg
Draws blood and gives pills to the patients in the room every day:\n- ECG => bleed, bring, ecg
#! Paragraphs behind bullets
Prohibited:\n- ECG\n\nNow you who work here today will draw blood. => -ecg, bleed
Prohibited:\n- ECG\n\nYou will draw blood. => -ecg, bleed
# Prohibited\n- ECG\n\nNow you who work here today will draw blood. => -ecg, -bleed
Prohibited:\nNow you who work here today will draw blood. => -bleed
Prohibited\n- ECG\n\nNow you who work here today will draw blood. => -ecg, -bleed
#! Questions
May assistants draw blood? => bleed [heading]
May draw blood? => bleed [heading]
Xx. May assistants draw blood? => bleed [heading]
X. May assistants draw blood? => bleed [heading]
Xx may assistants draw blood? => bleed [heading]
Xx xx may assistants draw blood? => bleed
The xx may assistants draw blood? => bleed
Xx xx: may assistants draw blood? => bleed [heading]
Xx xx, may the nurse draw blood? => bleed [heading]
Xx xx - may our school draw blood? => bleed [heading]
Xx xx, may a xx draw blood? =>
Xx xx, may xx draw blood? =>
Xx xx, assistants draw blood? => bleed
Xx xx xx xx xx xx xx xx, may assistants draw blood? => bleed [heading]
Xx xx xx xx xx xx xx, may assistants draw blood? => bleed [heading]
Xx xx, may assistants draw blood. => bleed
Blood, may you? =>
Draws blood, who? => bleed
Xx: may assistants draw blood? No. => -bleed
Draws blood; may you give pills? => bleed, bring [heading]
Draws blood, may you give pills? No. => bleed, -bring
Draws blood? No. => -bleed
Draws blood may you give pills? => bleed, bring
Gives pills, ecg, may? => bring, ecg
May you draw blood? No. => -bleed
May you draw blood? Yes. => bleed
May you draw blood? Xx no. => bleed [heading]
May you draw blood? The answer is no. => -bleed
May you draw blood? The answer is yes. => bleed
May you draw blood? The answer xx is no. => -bleed
May you draw blood? The answer xx xx is no. => bleed [heading]
May you draw blood? No xx. => bleed [heading]
May you draw blood? No, you give pills. => -bleed, bring
May you draw blood? No: gives pills. => -bleed, bring
May you draw blood? Xx, no. => bleed [heading]
May you draw blood? Yes, no. => bleed
May you draw blood? The answer no. => bleed [heading]
May you draw blood? => bleed [heading]
May you draw blood?\nNo => -bleed
May you draw blood?\n- No => bleed [heading]
May you draw blood?\n- Yes => bleed [heading]
May you draw blood? Gives pills. No. => bleed [heading], bring
Draws blood? No. => -bleed
Draws blood? Yes. => bleed
May you draw blood? Give pills? No. => bleed [heading], -bring
May you draw blood and give pills? No. => -bleed, -bring
May you draw blood and give pills? Yes. => bleed, bring
ECG. May you draw blood? No. => ecg, -bleed
ECG. May you draw blood? Yes. => ecg, bleed
Knowledge of ecg? Yes. => ecg [requirement]
Xx? No. ECG. => ecg
May the nurse draw blood? Yes. => bleed
May you draw blood. No. => bleed
May you draw blood! No. => bleed
May you learn ecg? Yes. => ecg [education]
#! Clinical words
Sutures in a room; the clinic => stitch, roomy
A room. The clinic =>
The clinic. A room => roomy
The clinic.\nA room => roomy
Ecg room => ecg, roomy
#! Many lines
ECG\n\n\n- ECG => ecg
\n\nECG => ecg
ECG.\nECG!\nECG?\nECG; => ecg, ecg, ecg, ecg
- ECG - draws blood => ecg, bleed
ECG.  ECG => ecg, ecg
ECG • draws blood => ecg, bleed
ECG (draws blood) [gives pills] {ecg} => ecg, bleed, bring, ecg
ECG\\gives pills => ecg, bring
ECG & sutures => ecg, stitch
& sutures => stitch
Draws blood&gives pills => bleed, bring
Draws blood & gives pills => bleed, bring
Cannot draw blood & give pills => -bleed, -bring
#! One heading behind another
# Prohibited\n# Xx\n- ECG => ecg
# Prohibited\n## Xx\n# Yy\n- ECG => ecg
# Xx\n## Prohibited\n### Yy\n## Zz\n- ECG => ecg
# Prohibited\n## Benefits\n# Xx\n- ECG => ecg
Prohibited:\nXx:\n- ECG => ecg
Prohibited:\n- Xx:\n  - ECG\n- ECG => -ecg, -ecg
- Prohibited:\n- Xx:\n  - ECG => ecg
- Prohibited:\n  - ECG\n- ECG => -ecg, ecg
- Prohibited:\n  - Xx:\n    - ECG\n- ECG => -ecg, ecg
Benefits\n\nProhibited:\n- ECG => -ecg
Prohibited\n- ECG\n\nBenefits\n- ECG => -ecg, ecg [company]
# Benefits\n- ECG:\n  - ECG => ecg [company]
## Prohibited\n# Xx\n- ECG => ecg
#! A room in a text of first aid
A room for first aid => roomy
First room aid =>
A room =>
Room: ecg => roomy, ecg
#! Asked in other words
Quickly draw blood? Xx. => bleed
Draws blood? Xx. => bleed
Who draws blood? Xx. => bleed [heading]
Cannot draw blood? Xx. => -bleed
Does the assistant draw blood? Xx. => bleed [heading]
Does the assistant draw blood! Xx. => bleed
Does the assistant draw blood and ecg? Xx. => bleed [heading], ecg [heading]
Learn ecg, who draws blood? Xx. => ecg [education], bleed [education]
Who draws blood, able to learn ecg? Yes. => bleed, ecg [education]
#! Cells of a table
Draw bloodZone ecg => bleed, ecg
Draw bloodAll ecg => bleed, ecg
Draw bloodNO ecg => ecg
Draw bloodN ecg => ecg
Draw blood1No ecg => ecg
Draw BLOODNo ecg => ecg
Draw pBloodNo ecg => ecg
Draw chartBlood =>
Draw chartBlood ecg => ecg
Cannot draw bloodGive pills => -bleed, bring
For bloodEcg => ecg
Assists with procedures such as ecgsEcg => ecg [other_actor], ecg
Diagnosing itNo =>
#! The house and its people
ECG and we draw blood => ecg, bleed [company]
ECG, we quickly and daily draw blood => ecg, bleed [company]
We and nurse and physician and nurse draw blood => bleed
We and nurse and physician draw blood => bleed [company]
We the a draw blood =>
We draw =>
We may, draws blood => bleed [company]
We; draws blood => bleed
Our school is a place, draws blood => bleed [company]
#! Far cues
ECG which is forbidden => -ecg
ECG gives, forbidden => ecg
ECG draws, forbidden => ecg
ECG is drawn, forbidden => -ecg
ECG drawing, forbidden => -ecg
Drawing blood, ecg, however forbidden => bleed, ecg
Draws blood (xx) - not allowed => -bleed
Draws blood (xx) (forbidden) => -bleed
Draws blood (xx; forbidden) pill => bleed, bring
ECG no, ecg => ecg, ecg
ECG: no, ecg => -ecg, ecg
ECG (no), you draw blood => -ecg, bleed
Only assistants, nurse draws blood => bleed [other_actor]
Only a nurse - draws blood => -bleed
Only daily nurse draws blood => -bleed
Gives pills: only a nurse may draw blood => bring, -bleed
#! Acts that share what is behind "of"
Assists with the collection and reading of blood => bleed
Assists with the collection of blood => bleed
Assists with the collection, charting and reading of blood => bleed, notes
Collection/reading of blood => bleed
Collection, charting/reading of blood => bleed, notes
Collection and charting, reading of blood =>
Collection, test and reading of blood => bleed
Collection, give and reading of blood =>
Collection, arm and reading of blood =>
Collection, drawing and reading of blood => bleed
Collection and xx reading of blood => bleed
Collection and xx xx reading of blood =>
Collection xx reading of blood =>
Collection and charting and charting and charting and charting of blood => notes
Collection and charting and charting and quickly charting of blood => bleed, notes
Collection and charting and charting and quickly xx charting of blood => notes
Collection and reading, of blood =>
Collection and reading; of blood =>
Collection; and reading of blood =>
Collection and; reading of blood => bleed
Assists with giving, recording and collection of pills => bring
Assists with giving of pills => bring
Giving, recording and collection of pills => bring
Puts the recording and reading of rooms =>
Answer for the recording and reading of rooms => notes
Assists with the recording and reading of rooms => notes
Putting the recording and reading of rooms => notes
Puts, the recording and reading of rooms =>
Puts xx recording and reading of rooms => notes
Draws testing and reading of urine => urine
Collection and charting of pills => bring
Collection, charting of pills =>
Collection charting of pills =>
Collection and recording pills =>
Charting and the charting of pills =>
Gives the charting of rooms => bring
The charting of rooms => notes
The reading of scales => scales
The charting and reading of rooms => notes
#! A phrase that opens with a verb
Drawing and recording pills => bring
Drawing, recording pills => bring
Recording, recording pills =>
Recording and recording pills =>
Testing and recording pills =>
Drawing and drawing tubes => bleed
Giving, testing and recording pills => bring
Testing, giving and recording pills => bring
Testing, recording rooms and recording pills => notes
Giving and oral pills =>
#! A note: a thing, a mark, verbs without an object
Blood - draw => bleed
Blood: draw => bleed
Blood, draw =>
Blood - draw and label => bleed, notes
Blood - label and draw => bleed, notes
Blood - label, draw => bleed, notes
Blood - label draw =>
Blood - label and quickly draw => bleed, notes
Blood - label and => notes
Blood - draw xx =>
Blood - draw pills => bring
Blood - label and draw pills => bring
Blood - draw and label pills => bring
Blood - draw in xx => bleed
Blood - quickly draw =>
Blood - xx draw =>
Blood - drawing => bleed
Blood - drawing and label => bleed, notes
Blood - drawn =>
Blood - drawn and draw =>
Blood - collection =>
Blood xx xx xx xx xx - draw => bleed
Blood xx xx xx xx xx xx - draw =>
Blood (xx) - draw =>
Blood (xx - draw =>
Blood (- draw =>
Blood xx) - draw => bleed
Blood; xx - draw =>
Blood/xx and xx - draw => bleed
Blood gives xx - draw =>
Blood for xx - draw => bleed
Blood who xx - draw => bleed
For blood - draw =>
Who blood - draw =>
Gives blood - draw =>
Blood - label; draw => notes
Blood - give =>
Blood - give, draw and label => bleed, notes
Blood arm - draw => arm
Blood - cannot draw =>
Blood - draw, cannot => bleed
The nurse: blood - draw => bleed
Pill - draw and oral => bring
Pill, urine - give => urine
The reading of urine =>
Collection or drawing xx reading of blood =>
Collection and xx drawing blood => bleed
Draws and xx reading of blood =>
Collection and charting, xx, reading of blood =>
#! Whom another tells
The nurse gives the assistant pills => bring [other_actor]
The nurse gives assistant pills => bring [other_actor]
The nurse gives quickly assistant pills => bring [other_actor]
The nurse gives xx assistant pills => bring [other_actor]
The nurse gives xx the quickly assistant pills => bring [other_actor]
The nurse gives arm assistant pills => bring
The nurse gives, the assistant pills => bring [other_actor]
The nurse gives the, assistant pills => bring
The nurse gives xx, the assistant pills => bring
The nurse gives xx/the assistant pills => bring
The nurse gives xx: the assistant pills => bring
The nurse is the assistant for pills =>
The nurse may xx the assistant puts urine => urine
The nurse in the assistant puts urine => urine
#! Examples behind a comma, for "unless"
Gives pills, scale => bring, scales
Gives pills, such as scale => scales
Gives pills such as scale => scales
Gives pills, including scale => bring, scales
Gives pills, with scale => scales
Gives pills, for scale => bring, scales
Gives pills; such as scale => bring, scales
Gives pills - such as scale => bring, scales
Gives pills, such as xx xx xx scale => scales
Gives pills, such as xx xx xx xx scale => bring, scales
Gives pills, such as xx, scale => bring, scales
Gives pills, such as giving scale => bring, scales
Such as scale, pills are given => scales, bring
Gives scale, such as pills => scales, bring
#! A past that is no participle
Drew blood and recorded rooms => bleed, notes
Drew blood, recorded rooms => bleed, notes
Drew blood recorded rooms => bleed, notes
Draws blood and recorded rooms => bleed
Drawing blood and recorded rooms => bleed
Gave pills, xx and recorded rooms => bring, notes
Put urine and recorded rooms => urine
Recorded rooms and weighed arm scale => notes, scales
Xx drew blood and recorded rooms => bleed, notes
Drew blood and recorded in rooms => bleed
Xx blood and recorded rooms =>
Drew and recorded rooms => notes
#! An aside between a name and what may be done
Nurses, only, may draw blood => bleed [other_actor]
Nurses - only - may draw blood => bleed [other_actor]
Nurses, only - may draw blood => bleed
Nurses, only may draw blood => bleed [other_actor]
Nurses only, may draw blood => bleed
Nurses, xx, may draw blood => bleed
Nurses (only) may draw blood => bleed [other_actor]
Nurses/only/may draw blood => bleed [other_actor]
Nurses, only, draw blood => bleed
Nurses, only, is drawn blood =>
Nurses, only, xx may draw blood => bleed
Nurses, only =>
Blood; nurses, only =>
Nurse, only, is giving pills => bring [other_actor]
We, only, may draw blood => bleed [company]
Nurses, only, may =>
#! Participles that share an object
Drawn and recorded pills => bring
Drawn, recorded pills => bring
Drawn/recorded pills => bring
Drawn and quickly recorded pills => bring
Drawn recorded pills => bring
Drawn and drawn pills => bring
Drawn, recorded and weighed pills => bring
Drawn, weighed and drawn pills => bring
Drawn, pills =>
Drawn and pills =>
Drawn and =>
Drawn =>
Drawn and draw =>
Xx drawn and recorded pills =>
Pills drawn and recorded pills => bring
Quickly drawn and recorded pills => bring
Drawn in arm and recorded pills =>
Drawn and recording pills =>
Recorded and recording pills =>
#! Over commas, what another does beside you
You draw blood, while nurses give pills, put urine => bleed, bring [other_actor], urine [other_actor]
Xx, while nurses give pills, put urine, record rooms => bring [other_actor], urine [other_actor], notes [other_actor]
You draw blood, while nurses give pills, putting urine => bleed, bring [other_actor], urine
You draw blood, while nurses give pills, urine, put urine => bleed, urine [other_actor], urine
You draw blood, while nurses give pills, and quickly put urine => bleed, bring [other_actor], urine [other_actor]
You draw blood, while nurses give pills (put urine) => bleed, bring [other_actor], urine [other_actor]
You draw blood, while nurses give pills) put urine => bleed, bring [other_actor], urine [other_actor]
You draw blood while nurses give pills, put urine => bleed, bring [other_actor], urine
While nurses give pills, put urine => bring [other_actor], urine
You draw blood - while nurses give pills, put urine => bleed, bring [other_actor], urine
You draw blood, while you give pills, put urine => bleed, bring, urine
You draw blood, who nurses give pills, put urine => bleed, urine [other_actor]
You draw blood, nurses who give pills, put urine => bleed
It is nurse, who gives pills, put urine => bring [other_actor], urine [other_actor]
It is nurse who gives pills, put urine => bring [other_actor], urine
You draw blood, while nurses give pills, you put urine => bleed, bring [other_actor], urine
Draws blood, for the nurse to put urine, gives pills => bleed, urine [other_actor], bring
Xx, while nurses give pills; put urine => bring [other_actor], urine
Xx, while nurses give pills, xx; put urine => bring [other_actor], urine
#! Participles behind "have"
You does recorded rooms => notes
You does recorded rooms, weighed arm scale => notes, scales
You does quickly recorded rooms => notes
You does xx recorded rooms =>
You does recorded in rooms =>
Does recorded rooms => notes
You may recorded rooms =>
You give recorded rooms =>
Does; recorded in rooms =>
Recorded by, does recorded rooms => notes
Under does recorded rooms => notes
"""
# More of them, with what the reader made of them when they were written down: no one says that each reading is right.
# Each is read once only, not behind and under all that the others are.
MORE = r"""
#! Questions of a course
How to draw blood => bleed [education]
Who to draw blood => bleed [education]
Does to draw blood => bleed
May to draw blood => bleed
If to draw blood => bleed
How draws blood => bleed
To draw blood => bleed
How, to draw blood => bleed [education]
Who =>
Draws how to give pills => bring
#! Nothing is left of the sentence before
Assists in giving pills! Draws xx for urine => bring
Assists in giving pills! Gives xx; draws urine => bring
Assists in giving pills! Gives xx if urine => bring
Xx; assists in giving pills! Gives xx; draws xx; books urine => bring
Cannot draw blood, ecg, sutures. Draws blood, ecg, sutures => -bleed, -ecg, -stitch, bleed, ecg, stitch
Learn ecg, sutures, urine drawing. Draws blood, ecg, sutures => ecg [education], stitch [education], bleed, ecg, stitch
Learn blood drawing, ecg. Sutures, ecg, scale => bleed [education], ecg [education], stitch, ecg, scales
Cannot diagnose, prescribe. Diagnose, ecg, prescribe => -judge, -judge, ecg
#! Verbs in the past
Labeled rooms given pills => notes
Labeled rooms and given pills => notes, bring
Labeled rooms and given, pills => notes
Labeled rooms, given pills => notes, bring
Labeled rooms, given; pills => notes
Rooms and given pills =>
Records rooms and given pills => notes
#! Only, and before whom
Only draws blood, nurse => bleed
Only puts urine the nurse draws blood => urine, bleed
Only xx nurse draws blood => -bleed
Only a nurse you draw blood => -bleed
#! What is handed on
The physician may delegate sutures; you draw blood => stitch [other_actor], bleed
The physician may delegate sutures: you draw blood => stitch [other_actor], bleed
The physician may delegate sutures - you draw blood => stitch [other_actor], bleed
The physician may delegate suturesYou draw blood => stitch [other_actor], bleed
The physician delegates sutures, the assistant draws blood => stitch, bleed
The physician may delegate sutures to assistants => stitch
The physician may delegate sutures to nurses => stitch [other_actor]
The physician may delegate sutures, nurses, assistants => stitch
The physician may delegate sutures for nurses and assistants => stitch
The physician may delegate sutures who => stitch [other_actor]
The physician may you delegate sutures => stitch
The nurse may draw blood, you delegate => bleed [other_actor]
#! Items behind a verb that blocks
Booking ecgs and sutures =>
Booking ecgs, sutures =>
Books ecgs and suturing =>
Books ecgs, suturing =>
Booking suturing, ecgs =>
Booking the suturing =>
Booking ecgs or the suturing =>
Booked ecgs and suturing =>
#! Short words before a full stop
xx x. Gives pills => bring
xx xx. Gives pills => bring
Draws x. Gives pills => bring
Draws y) xx x. Gives pills => bring
#! Clauses of time
The nurse draws blood while giving pills => bleed [other_actor], bring [other_actor]
The nurse draws blood before giving pills => bleed [other_actor], bring [other_actor]
Our school draws blood before giving pills => bleed [company], bring [company]
We draw blood while giving pills => bleed [company], bring [company]
Learn ecg and giving pills => ecg [education], bring [education]
Learn ecg if giving pills => ecg [education], bring
Learn ecg, if give pills => ecg [education], bring [education]
Learn ecg before give pills => ecg [education], bring [education]
Learn ecg before, giving pills => ecg [education], bring
Learn ecg before the giving pills => ecg [education]
Learn ecg but drawing blood => ecg [education], bleed
Learn ecg but giving pills, ecg => ecg [education], bring, ecg
#! Verbs together
Weighs quickly and records =>
Draws quickly and tests: urine => urine
Draws and tests: urine => urine
Draws, quickly tests: urine => urine
Draws xx and tests: urine =>
Draws xx, tests: urine =>
Draws and quickly tests: urine => urine
The drawn and tests: urine =>
#! No, before what is not done
Draws no blood => -bleed
Draws blood, no ecg => bleed, ecg
May draw no blood => -bleed
No ecg => -ecg
No blood drawing => -bleed
No, ecg => ecg
No - ecg => ecg
No experience, ecg => ecg
No experience drawing blood => bleed [requirement]
No requirements, ecg => ecg
No certificate =>
Gives no pills => -bring
Gives no pills, ecg => -bring, ecg
Gives no, pills => bring
Gives no pills xx, ecg => -bring, ecg
No pills given, ecg => -bring, -ecg
No pills, ecg => -ecg
No ecg, sutures => -ecg, -stitch
No sutures: ecg => -stitch, -ecg
No testing urine =>
No xx ecg => ecg
No arm =>
In no ecg => ecg
Including no ecg => -ecg
Includes no ecg, sutures => -ecg, stitch
Such as no ecg => ecg
Xx, no ecg => ecg
Xx; no ecg => ecg
ecg, no sutures => ecg, stitch
Draws and no ecg => ecg
Draws no =>
Yes ecg => ecg
Not ecg => -ecg
#! Unless
Unless ecg =>
Unless trained, draws blood => bleed ?
Unless you draw blood, gives pills => bleed ?, bring ?
Unless the nurse draws blood, gives pills => bleed [other_actor] ?, bring ?
Draws blood unless trained => bleed ?
#! An act that is a thing too
Draws inventory of blood => bleed
Draws inventory of the blood => bleed
Draws the inventory of blood => bleed
Drawing inventory of blood =>
To draw inventory of blood => bleed
May draw inventory, of blood => bleed
Inventory of blood =>
The inventory of urine => urine
Inventory =>
Weighs inventory => stock
Draws inventory =>
Inventory and reading of urine => urine
Inventory, reading of urine => urine
Inventory and urine =>
Draws xx inventory of blood =>
Draws, inventory of blood => bleed
Draws quickly inventory of blood => bleed
Draws the quickly inventory of blood => bleed
Draws quickly, the inventory of blood => bleed
Draws the, inventory of blood =>
Drawn inventory of blood =>
Inventory is weighed => stock
Inventory weighed => stock
#! Acts that share what they are of
Collection, xx =>
Collection, xx reading of blood =>
Collection, xx xx reading of blood =>
Collection xx reading of blood =>
Collection and xx reading of blood => bleed
Collection, the reading of blood =>
Collection, reading, charting, performance of blood =>
Collection, reading, charting, performance, collection of blood => bleed
Collection, reading, charting, performance, collection, reading of blood =>
Collection, quickly reading, quickly charting, quickly performance, quickly collection of blood => bleed
Collection, reading, charting: of blood =>
Collection, reading: charting of blood => notes
Collection, reading, of blood =>
Collection, reading of urine => urine
Collection/reading of urine => urine
Reading/collection of urine => urine
Reading and, quickly collection of urine => urine
Reading and collection urine =>
Reading, blood, collection of urine =>
Draws xx, tests, urine =>
#! Only, and before whom
Only blood may the nurse draw =>
Only blood is the nurse drawing =>
#! Headings within headings
25%) Draws blood\n- ecg => bleed, ecg
)25%) Benefits:\n- Draws blood => bleed [company]
'25% xx\n\nDraws blood => bleed
Draws blood if you give pills and the nurse draws blood => bleed, bring, bleed
# Prohibited\n- Draws blood\n- ecg => -bleed, -ecg
# Prohibited\n## Xx\nBenefits:\n- Draws blood\n# Yy\n- ecg => bleed [company], ecg
# Prohibited\nXx:\n- Draws blood\n\nXx xx xx xx xx xx xx xx xx ecg. => -bleed, -ecg
# Prohibited\nBenefits:\n- ecg\n\nXx xx xx xx xx xx xx xx draws blood. => ecg [company], -bleed
# Prohibited\nBenefits:\n- ecg\n\nXx xx xx xx xx xx draws blood. => ecg [company], bleed [company]
# Prohibited\nBenefits:\n- xx\n  - ecg\n\nXx xx xx xx xx xx xx xx draws blood. => ecg [company], -bleed
# Prohibited\nBenefits\n\n- ecg\n\nXx xx xx xx xx xx xx xx draws blood. => ecg [company], bleed [company]
# Prohibited\nBenefits\n- ecg\nXx:\n- ecg\n\nXx xx xx xx xx xx xx xx draws blood. => ecg [company], -ecg, -bleed
Benefits:\n- ecg\nProhibited:\nXx xx xx xx xx xx xx xx draws blood.\n- ecg => ecg [company], -bleed, -ecg
Benefits:\n- ecg\n- Prohibited:\nXx xx xx xx xx xx xx xx draws blood. => ecg [company], -bleed
Benefits:\n- Prohibited:\n  - ecg\nXx xx xx xx xx xx xx xx draws blood. => -ecg, bleed
- Prohibited:\n    - ecg\n  - ecg\n- ecg => -ecg, -ecg, ecg
- xx\n  - Prohibited:\n    - ecg\n  - ecg => -ecg, ecg
- Prohibited:\n  - Benefits:\n    - ecg\n  - ecg\n    - ecg\n- ecg => ecg [company], -ecg, -ecg, ecg
Prohibited:\n- Benefits:\n- Duties:\n  - ecg\n- ecg => ecg, -ecg
Prohibited:\nDuties:\n\nDraws blood => bleed
Prohibited:\n# Xx\nDraws blood => bleed
Prohibited:\n###### Xx\nDraws blood => bleed
###### Prohibited\nBenefits:\n- ecg => ecg [company]
Prohibited\n\nBenefits:\n- Draws blood => bleed [company]
Prohibited\n- ecg\nBenefits\n- ecg\nXx:\n- ecg => -ecg, ecg [company], ecg
Prohibited:\nBenefits\n\n- ecg => ecg [company]
#! Words of a heading
Xx prohibited:\n- ecg => -ecg
Xx xx prohibited:\n- ecg => -ecg
Xx xx xx not allowed:\n- ecg => -ecg
Xx benefits:\n- ecg => ecg [company]
Xx xx xx xx benefits:\n- ecg => ecg [company]
Xx requirements:\n- ecg => ecg [requirement]
Xx xx knowledge of:\n- ecg => ecg
Knowledge of:\n- ecg => ecg [requirement]
Xx xx learn:\n- ecg => ecg [education]
Xx able to:\n- blood drawing => bleed
Requirements: able to:\n- ecg => ecg
Requirements able to xx:\n- ecg => ecg [requirement]
Learn able to:\n- ecg => ecg
Benefits duties:\n- ecg => ecg
Learn benefits:\n- ecg => ecg [education]
Benefits learn:\n- ecg => ecg [company]
Learn requirements:\n- ecg => ecg [education]
Requirements benefits:\n- ecg => ecg [requirement]
Benefits requirements:\n- ecg => ecg [company]
Xx may and cannot:\n- ecg => ecg
You may or may not:\n- ecg => ecg
May and xx cannot:\n- ecg => -ecg
And cannot may:\n- ecg => -ecg
X and cannot:\n- ecg => -ecg
Xx xx and prohibited may:\n- ecg => ecg
Xx and never benefits may:\n- ecg => ecg [company]
#! Answers
May you draw blood? Answer is yes. => bleed
May you draw blood? xx xx xx is no. => bleed
May you draw blood? xx xx xx xx is no. => bleed
May you draw blood? xx xx xx no. => bleed
May you draw blood? No => -bleed
May you draw blood? No xx => bleed [heading]
May you draw blood? Yes xx => bleed [heading]
May you draw blood? Yes, ecg => bleed, ecg
May you draw blood? Yes - ecg => bleed, ecg
May you draw blood? Ecg? No. => bleed [heading], -ecg
Draws blood. May you give pills? No. => bleed, -bring
May you draw blood, ecg, sutures? No. => -bleed, -ecg, -stitch
Ecg. Sutures. May you draw blood, give pills? No. Urine testing. => ecg, stitch, -bleed, -bring, urine
May you draw blood?\n\nNo. => -bleed
May you draw blood?\n# No\nEcg => -bleed, ecg
May you draw blood?\nNo:\n- ecg => -bleed, ecg
Draws blood, ecg, may you give pills, scale? No. => bleed, ecg, -bring, -scales
Draws blood, ecg, may you give pills, scale? Yes. => bleed, ecg, bring, scales
Draws blood, may xx give pills? Yes. => bleed, bring
Q. May you draw blood? No. => -bleed
Xx you may draw blood? No. => -bleed
#! Where a question begins
xx, does a xx draw blood? =>
xx; who is drawing blood? => bleed
xx, who the nurse draws blood? => bleed [other_actor]
xx may =>
Xx you, may =>
Xx may you? =>
Blood drawing, may you? => bleed
Which you draw blood? => bleed
#! The list of a course
MED 140 Draws blood => bleed [education]
MED 140 Draws blood and not ecg => bleed [education], -ecg [education]
MEDIC 1400 Draws blood => bleed [education]
MEDICA 140 Draws blood => bleed
M 140 Draws blood => bleed
MD 140 Draws blood => bleed [education]
MED 14 Draws blood => bleed
MED 14000 Draws blood => bleed
MED-140 Draws blood => bleed
MED  140 Draws blood => bleed
MED 140: Draws blood => bleed
MED 140 =>
Med 140 Draws blood => bleed
AZ 109 Draws blood => bleed [education]
@A 140 Draws blood => bleed
A[ 140 Draws blood => bleed
MED 1/0 Draws blood => bleed
MED 1:0 Draws blood => bleed
- MED 140 Draws blood => bleed [education]
# MED 140\nDraws blood => bleed
#! Things together
Weighs the arm on the scale => scales
Weighs the scale on the arm => scales
Weighs the arm xx xx scale => scales
Left sample =>
Sample left => bleed
Sample, left arm => bleed
Sample; left =>
Left, sample left => bleed
Records rooms charts => notes, notes
Records charts rooms => notes, notes
Records charts xx rooms => notes, notes
Records charts xx xx rooms => notes, notes
Records rooms xx charts => notes, notes
Records blood chart => notes
Draws blood, left arm => arm
Draws blood, left, arm => arm
Draws left blood arm => arm
Draws blood xx left xx arm => arm
Draws blood xx xx xx left xx arm => bleed
Draws blood xx xx xx xx left arm => bleed
Arm xx blood drawn, left => arm
Arm blood arm is drawn => arm
Draws arm blood arm => arm
Draws arm xx blood arm => arm
Draws arm xx blood xx arm => arm
Draws arm gives blood arm =>
Draws arm; blood arm => arm
Draws arm; blood xx arm => arm
Draws arm, blood xx arm => arm
#! Unless another thing is near
Gives pills flu => letters
Gives pills, flu => bring, letters
Gives pills; flu => bring, letters
Gives pills xx xx xx xx xx flu => bring, letters
Gives pills xx xx xx xx flu => letters
Gives pills xx xx xx xx scale => scales
Gives pills xx xx xx xx xx scale => bring, scales
Gives pills xx xx xx xx xx xx scale => bring, scales
Gives scale xx xx xx xx pills => scales
Gives scale xx xx xx xx xx pills => scales, bring
Scale xx xx xx xx gives pills => scales, bring
Gives scale, pills => scales, bring
Gives scale; pills => scales, bring
Gives scale xx pills => scales
Scale gives pills => scales, bring
Gives pills, scale => bring, scales
Gives pills draws scale => bring, scales
Gives oral flu pills => oral, letters
Gives pills scale oral => scales, oral
Gives oral xx xx pills xx xx xx xx scale => oral, scales
Gives scale xx xx oral pills => scales, oral
Gives oral xx scale xx pills => oral, scales
Gives flu pills, left arm => flu, letters
Gives flu pills arm left => flu, letters
Gives left arm flu pills => flu, letters
Gives left arm flu xx xx xx xx pills => flu, letters
Gives oral urine pills => oral, urine
Gives urine oral pills => urine, oral
Gives urine pills => urine
Puts urine scale => urine, scales, urine
#! Which of two
Draws blood arm => arm
Blood arm is drawn => arm
Ecg on the arm => twin
Ecg arm, ecg => twin
Ecg, arm => twin
Ecg; arm => ecg
Arm ecg => twin
Draws blood and blood => bleed, bleed
Draws blood, draws blood => bleed, bleed
Draws blood draws blood arm => bleed, arm
Draws blood is drawn => bleed
Blood draws blood => bleed
Blood is drawn and draws blood => bleed, bleed
Urine, gives and tests urine => urine
#! Sutures, rooms, machines
Performs sutures room => stitch
Sutures performed in rooms => stitch
Suturing, rooms, performs sutures => stitch, stitch
Performs room sutures => stitch
Ecgs machine =>
Ecgs machines =>
Ecgs, machine => ecg
Ecgs; machine => ecg
Ecgs (machine) => ecg
Ecgs) machine => ecg
Ecgs/machine => ecg
Ecgs xx machine => ecg
Gives pills machine =>
Draws blood machine =>
Draws blood (machine) => bleed
#! Verbs without an object
Diagnose; draws blood, cannot => bleed
Cannot diagnose and xx => -judge
Cannot diagnose xx =>
Cannot diagnose/prescribe => -judge, -judge
Cannot diagnose (xx) =>
Cannot diagnose - xx => -judge
Cannot diagnose: xx => -judge
Cannot diagnose, xx => -judge
Cannot be diagnosing => -judge
Cannot xx, diagnose => -judge
#! Verbs behind
Blood is collected quickly, labeled and drawn =>
Blood is labeled, quickly drawn => notes
Blood is labeled and drawn => bleed, notes
Blood labeled, drawn => bleed, notes
Blood is labeled, xx, drawn => notes
Blood is labeled, xx drawn => notes
Blood is, drawn =>
Blood and drawn =>
Blood, drawn =>
Blood xx and drawn =>
Blood is drawn xx and => bleed
Blood collection, labeling and charting => notes
Blood collection, charting => notes
Blood collection, xx, charting =>
Blood collection and charting => notes
Blood chart, collection =>
Urine collection, reading => urine
Urine charting, reading => urine
Urine charting and reading => urine
Urine charting, xx reading =>
Urine charting xx reading => urine
Urine xx charting, reading => urine
Urine charting/reading => urine
Urine in reading =>
Urine to test =>
Urine by testing =>
Urine which is tested =>
Urine of reading =>
Urine regarding testing =>
Urine xx xx xx xx tested => urine
Urine xx xx xx xx xx tested =>
Urine xx xx xx xx xx xx tested =>
Urine is the quickly not xx xx xx xx tested =>
Urine may not be tested => -urine
Urine may test =>
Urine may reading => urine
Urine is read => urine
Urine is testing => urine
Urine is testing xx =>
Urine testing rooms => urine
Urine is nurse tested =>
Urine is the tested =>
Urine is you tested =>
Urine is pill tested =>
Urine is xx tested => urine
Urine is tested => urine
Urine (tested) =>
Urine) tested =>
Urine: tested =>
Urine - tested =>
Urine; tested =>
Urine test =>
Urine tests =>
Urine labels tests =>
Urine records tested => urine
Urine gives tested =>
Urine given tested => urine
Urine giving tested =>
Urine giving pills tested => bring
Urine is given, tested => urine
Urine is given xx, tested => urine
#! Verbs of a pronoun
Papers, puts urine and tests them => urine
Urine, xx xx xx xx xx xx xx xx xx xx xx puts it => urine
Urine, xx xx xx xx xx xx xx xx xx xx xx xx puts it => urine
Urine, xx xx xx xx xx xx xx xx xx xx xx xx xx puts it =>
Urine, xx xx xx xx xx xx xx xx xx xx xx xx xx xx puts it =>
Urine, puts =>
Urine, puts xx =>
Urine, puts quickly it =>
Urine, draws it =>
Urine; puts it =>
Urine | puts it =>
Urine - puts it => urine
Urine: puts it => urine
Patients urine, puts it =>
Patient; urine, puts it => urine
Patient, urine; puts it =>
Urine, patient, puts it => urine
Urine xx patients, puts it => urine
Urine for patients and puts them => urine
For urine, puts it =>
Urine which you put it => urine
#! Behind a preposition
Regarding urine, puts it => urine
Regarding urine, tests =>
Regarding urine tested => urine
Who urine tested =>
Patients who urine tested =>
Patients who test urine => urine
Draws blood regarding urine => bleed
Tests regarding urine => urine
Tests, regarding urine =>
Tests inquiries regarding urine => urine
Gives pills regarding urine => urine
Gives xx regarding pills => bring
Gives xx regarding rooms, pills => bring
Gives xx for pills => bring
Gives xx for pills, pills => bring, bring
Gives xx for rooms; pills => bring
Gives xx which rooms; pills => bring
Gives xx which rooms, pills =>
Gives xx which rooms, such as pills => bring
Gives xx regarding rooms, such as pills => bring
Gives xx which rooms, including pills => bring
Gives xx which rooms including pills => bring
Gives xx which rooms such as pills =>
Gives xx which rooms, with pills => bring
Gives xx for rooms, with pills => bring
Gives xx for rooms such as pills => bring
Gives xx for rooms including pills => bring
Gives xx for rooms (pills) => bring
Gives xx (for rooms) pills => bring
Gives xx for rooms: pills => bring
Gives xx which rooms: pills =>
Gives xx which rooms - pills =>
Gives xx who rooms, pills =>
Gives xx to rooms, pills => bring
Gives xx to rooms pills => bring
Gives xx by rooms pills => bring
Gives xx to quickly draw pills => bring
Gives xx to quickly rooms pills => bring
Gives patients who need drawn blood =>
Gives patients who need drawing blood =>
Gives patients who quickly need to draw blood => bleed [requirement]
Gives patients who xx xx draw blood =>
Gives patients who xx xx xx draw blood =>
Gives pills under the nurse drawing blood => bring, bleed
Gives pills for nurse collection of blood => bring
Gives pills for nurse, collection of blood => bring, bleed
Gives pills which nurse collection of blood => bring
Nurse collection of blood =>
Nurse, collection of blood => bleed
Xx nurse collection of blood =>
Xx collection of blood for pills => bleed, bring
Regarding collection of blood =>
For collection of blood =>
#! Of all sorts
No gives pills =>
Quickly teaches patients to draw blood =>
Xx teaches patients to draw blood =>
Gives are pills =>
Gives may, pills =>
Quickly drawing xx, tests and records urine =>
Quickly draws xx, tests and records urine => urine
Xx drawing xx, tests and records urine =>
Drawing xx, tests and records urine =>
Blood is xx xx xx xx drawn => bleed
Blood is xx xx xx xx xx drawn =>
Blood quickly xx xx xx xx drawn => bleed
Blood may xx xx xx xx be drawn => bleed
Blood must be xx xx xx xx drawn => bleed
Blood not xx xx xx xx drawn => -bleed
Blood the xx xx xx xx drawn => bleed
Blood xx xx xx xx drawn => bleed
For the nurse to draw blood - gives pills => bleed [other_actor], bring [other_actor]
For the nurse to draw blood/gives pills => bleed [other_actor], bring [other_actor]
For the nurse to draw blood: gives pills => bleed [other_actor], bring [other_actor]
The nurse who draws blood/puts urine => bleed [other_actor], urine [other_actor]
Xx blood collection, drawn => bleed
Blood collection, drawn => bleed
Xx blood, drawn =>
Xx blood collection drawn => bleed
Gives and teaches patients to draw blood, pills => bring
Teaches patients to draw blood, ecg => ecg
Requirements:\nThe assistant draws blood => bleed [requirement]
Requirements:\nXx, assistants draw blood => bleed [requirement]
Prohibited:\nThe assistant draws blood => -bleed
Drawn and tested blood => bleed
Drawn and tested =>
Xx: drawn and tested blood => bleed
Drawn and blood =>
Assisted test urine =>
Assist test urine => urine
Assisting test urine => urine
Assists test urine => urine
Assisted, test urine => urine
Xx collection, xx reading of blood =>
Urine charting, the reading =>
Urine charting, quickly reading =>
Urine is given, not tested => urine
Urine is given, is tested => urine
We quickly - daily draw blood => bleed
We quickly, daily draw blood => bleed [company]
We quickly; draw blood => bleed
No inventory, ecg => ecg
No inventory =>
Draws blood inventory => bleed [requirement]
Inventory drawing blood => bleed [requirement]
Learn inventory, ecg => ecg [education]
Under the nurse, quickly =>
Draws ecg, arm => twin
#! Of all sorts, again
It is the nurse who draws blood/gives pills => bleed [other_actor], bring [other_actor]
It is the nurse who draws blood: gives pills => bleed [other_actor], bring [other_actor]
It is the nurse who draws blood - gives pills => bleed [other_actor], bring [other_actor]
The physician delegates sutures: the assistant draws blood => stitch, bleed
The physician delegates sutures; the assistant draws blood => stitch, bleed
Physicians delegate sutures. Assistants draw blood => stitch, bleed
The physician may delegate sutures to the nurse, assistants draw blood => stitch, bleed
The physician may delegate sutures to a nurse and to assistants => stitch
The physician quickly, may delegate sutures to nurses and you => stitch
Nope ecg => ecg
Draws blood with no ecg => bleed, ecg
Puts no urine => -urine
Gives no pills, draws blood => -bring, bleed
No experience =>
No ecg experience => -ecg
In no clinic, ecg => ecg
Assists in giving pills! Teaches for urine => bring
Assists in giving pills! Gives xx for urine => bring, urine
Assists in giving pills. Gives xx for urine. Gives xx for pills => bring, urine, bring
Gives xx for urine => urine
Assists in giving pills! Tests regarding urine => bring, urine
Assists in giving! Weighs the xx for urine => urine
Gives; assists in testing! Weighs xx; xx for urine => urine
#! Headings, one behind another
Prohibited:\n- Draws blood\n- ecg\nBenefits:\n- gives pills => -bleed, -ecg, bring [company]
Prohibited: ecg => -ecg
Prohibited:\n## Duties\nDraws blood => bleed
# Prohibited\nDraws blood\n# Benefits\nGives pills => -bleed, bring [company]
# Prohibited\n## Duties\nDraws blood\n## Xx\nEcg\n# Duties\nGives pills => bleed, -ecg, bring
Prohibited:\n- Draws blood\nXx xx xx xx xx xx xx xx xx, draws blood => -bleed, bleed
Prohibited:\n- Draws blood\n- xx\nDraws blood xx xx xx xx xx xx xx xx xx. => -bleed, bleed
# Prohibited\nBenefits:\n- Draws blood\nDraws blood xx xx xx xx xx xx xx xx xx. => bleed [company], -bleed
# Prohibited\nBenefits:\n- xx\n- Duties:\n  - ecg\nDraws blood xx xx xx xx xx xx xx xx xx. => ecg, -bleed
# Prohibited\nNeed:\n- xx\n- Benefits:\n  - ecg\nDraws blood xx xx xx xx xx xx xx xx xx. => ecg [company], -bleed
#! Adverbs
Suturing; ecg => stitch, ecg
Ecg quickly => ecg
Quickly ecg => ecg
Quickly and daily draws blood => bleed
Quickly draws blood, or independently performs sutures => bleed, stitch
Assists with sutures, or quickly performs sutures => stitch [other_actor], stitch
Assists with sutures or quickly daily performs sutures => stitch [other_actor], stitch
Assists with sutures quickly performs sutures => stitch [other_actor], stitch [other_actor]
Assists with sutures, quickly daily performs sutures => stitch [other_actor], stitch [other_actor]
Assists with sutures daily or performs sutures => stitch [other_actor], stitch
Requirements:\nQuickly draws blood => bleed
Requirements:\nBlood =>
Requirements:\nEcg => ecg [requirement]
Benefits:\nQuickly draws blood => bleed [company]
Course:\nDraws blood => bleed [education]
Course:\nQuickly draws blood => bleed [education]
Course:\nThe assistant draws blood => bleed
Our school:\nDraws blood => bleed
# Benefits\nDraws blood => bleed [company]
# Course\nDraws blood => bleed [education]
Prohibited:\nDraws blood => -bleed
Prohibited:\nQuickly draws blood => -bleed
Draws blood and gives pills at the clinic => bleed, bring
Tests are urine =>
Tests may be urine =>
Records are rooms =>
Records, are rooms =>
Records may, rooms =>
Records are, rooms =>
Tests, are urine =>
Tests will; urine =>
Labels may rooms =>
Records rooms => notes
Testing of urine => urine
The testing of urine =>
Draws the testing of urine =>
Draws, the testing of urine =>
Draws quickly, the testing of urine =>
Draws, quickly the testing of urine =>
Draws; the collection of blood => bleed
Draws the collection of blood => bleed
Draws quickly the collection of blood => bleed
Draws the quickly collection of blood => bleed
Gives the reading of arm scale => scales
Gives the labels of rooms =>
Gives labels of rooms =>
Labels of rooms =>
Gives, labels of rooms => notes
Gives the labels, of rooms =>
#! Ends of a sentence
Gives x. Draws blood => bleed
Gives x) draws blood => bleed
Gives x! Draws blood => bleed
Gives x? Draws blood => bleed
Gives x. draws blood => bleed
Gives xx. draws blood => bleed
Gives xx! draws blood => bleed
Gives approx. Draws blood => bleed
Gives approx! Draws blood => bleed
Gives approx. draws blood => bleed
Gives approx? draws blood => bleed
x. Draws blood => bleed
Gives &. Draws blood => bleed
Gives &! Draws blood => bleed
Gives & draws blood => bleed
Gives xx & draws blood => bleed
Gives pills. Draws blood => bring, bleed
Gives '. Draws blood => bleed
Gives pills.Draws blood => bring, bleed
Gives pi.Draws blood => bleed
Gives pil.Draws blood => bleed
xx draws blood.Gives pills => bleed, bring
Gives PILLS.Draws blood => bring, bleed
#! Hashes and odd bytes
#xx\nDraws blood => bleed
####### xx\nDraws blood => bleed
###### Prohibited\nDraws blood => -bleed
####### Prohibited\nDraws blood => -bleed
#\nDraws blood => bleed
# \nDraws blood => bleed
#Prohibited\nDraws blood => -bleed
draws\nblood => bleed
draws~blood => bleed
draws|blood => bleed
draws}blood => bleed
draws@blood => bleed
draws[blood => bleed
draws`blood =>
draws{blood => bleed
draws^blood => bleed
draws_blood => bleed
drawsZ blood =>
zZz draws blood => bleed
draws bloodGives pills => bleed, bring
draws bloodzGives pills => bring
draws zzGives pills => bring
draws azZzGives pills =>
draws aazGives pills => bring
draws zaGives pills => bring
draws aGives pills => bring
draws zzzGives pills => bring
#! Sought, and set over others
who draws blood and xx, gives pills => bleed, bring
Seeking an assistant who draws blood => bleed
Our school draws blood, seeking an assistant to give pills => bleed [company], bring
Learn to draw blood, seeking an assistant to give pills => bleed [education], bring
Need blood, seeking an assistant to give pills => bring [requirement]
Benefits:\nSeeking an assistant to give pills => bring
Requirements:\nSeeking: draw blood => bleed [requirement]
The nurse draws blood, seeking an assistant to give pills => bleed [other_actor], bring
The nurse draws blood seeking to give pills => bleed [other_actor], bring [other_actor]
Seeking to give pills => bring
The physician may delegate sutures; quickly you draw blood => stitch [other_actor], bleed
The physician may delegate sutures; xx you draw blood => stitch [other_actor], bleed
The physician may delegate sutures to nurses or assistants => stitch [other_actor]
Assists in giving pills! Gives if urine => bring
Puts are, urine =>
Gives are: pills =>
Gives, are pills => bring
# Xx\n## Duties\nProhibited:\n- xx\nDraws blood xx xx xx xx xx xx xx xx xx. => -bleed
# Xx\n## Prohibited\nDuties:\n- xx\nDraws blood xx xx xx xx xx xx xx xx xx. => bleed
Draws quickly quickly quickly quickly and gives blood => bleed
Draws quickly quickly quickly quickly quickly and gives blood =>
Draws quickly quickly quickly and gives blood => bleed
"""


def cases(texts: str) -> list[list[str]]:
    return [line.replace("\\n", "\n").split(" =>") for line in texts.splitlines() if line and line[:2] != "#!"]


CASES = cases(TEXTS)


def found(plain: CompiledLexicon, text: str, behind: int = 0) -> str:
    return ", ".join(
        ("-" if c.polarity == "negated" else "")
        + c.duty_id
        + ("" if c.kind == "duty" else f" [{c.kind}]")
        + (" ?" if c.conditional else "")
        for c in explain(plain, text)
        if c.kept and c.start >= behind
    )


@pytest.mark.parametrize(("text", "wanted"), CASES + cases(MORE))
def test_what_is_said_of_a_duty(plain: CompiledLexicon, text: str, wanted: str) -> None:
    assert found(plain, text) == wanted.strip()


def test_scan_tells_what_explain_tells(plain: CompiledLexicon) -> None:
    texts = [text for text, _ in CASES]
    frame = scan(plain, pa.array([None, *texts])).to_polars()
    told = frame.select("row", "start", "end", "duty_id", "polarity", "kind", "conditional").rows()
    assert told == [
        (row, c.start, c.end, c.duty_id, c.polarity, c.kind, c.conditional)
        for row, text in enumerate(texts, 1)
        for c in explain(plain, text)
        if c.kept
    ]
    assert frame["statement_start"].to_list() == [c.statement[0] for t in texts for c in explain(plain, t) if c.kept]


def test_the_same_far_into_a_sentence(plain: CompiledLexicon) -> None:
    """Behind words and verbs that reach no further than the last semicolon; behind mentions too, for some."""
    texts = [text for text, _ in CASES if "\n" not in text]
    far = "xx " * 183 + "gives; " * 57
    for before, some in ((far, texts), ("xx " + far, texts[::7]), ("xx " * 8 + far, texts[::6]), (FAR, texts[::24])):
        for text in some:
            assert found(plain, before + text, len(before)) == found(plain, SHORT + text, len(SHORT)), text


@pytest.mark.parametrize(("between", "wanted"), [(34, "stitch"), (35, "stitch"), (36, "stitch [other_actor]")])
def test_how_far_what_is_handed_on_may_stand(plain: CompiledLexicon, between: int, wanted: str) -> None:
    assert found(plain, f"The physician may delegate {'xx ' * between}sutures you") == wanted


def test_more_headings_than_are_kept(plain: CompiledLexicon) -> None:
    """The last of them takes the place of the one before."""
    for last, wanted in (("Prohibited:", "-bleed, -ecg"), ("Benefits:", "bleed [company], ecg [company]")):
        nested = "".join("  " * depth + "- Duties:\n" for depth in range(70))
        text = nested + "  " * 70 + f"- {last}\n" + "  " * 71 + "- Draws blood; ecg"
        assert found(plain, text) == wanted


def test_the_same_far_under_a_heading(plain: CompiledLexicon) -> None:
    for text, _ in CASES:
        head, _, line = text.partition("\n")
        if line and "\n" not in line and head.endswith(":") and line[0].isupper():
            near, far = f"{head}\nxx {SHORT}", f"{head}\n" + "xx " * 180 + "gives; " * 57
            assert found(plain, far + line, len(far)) == found(plain, near + line, len(near)), text


def test_the_same_whatever_sentence_stood_before(plain: CompiledLexicon) -> None:
    for text, wanted in CASES:
        if "\n" not in text:
            for word in (
                "not",
                "no",
                "nurse -",
                "forbidden",
                "preferred",
                "and",
                "you",
                "(by",
                "experience",
                "gives",
                "; is",
            ):
                before = f"{word} " * 16 + "! "
                new = text[0].upper() + text[1:]
                assert found(plain, before + new, len(before)) == wanted.strip(), word + text
