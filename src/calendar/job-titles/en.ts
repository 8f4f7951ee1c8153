/** Beginnings of English job titles, craft by craft (find-craft.ts). */
export const TITLES = `
software: software, programmer, developer, devops, sysadmin, system administrator, systems engineer, site reliability, sre, web dev, coder, tester, qa engineer, it support, it manager, tech lead, engineering manager, cto, security engineer, network engineer, solution architect, software architect, embedded
data: data scien, data anal, data eng, statistic, actuar, machine learning, ml engineer, ai engineer, business intelligence, bi analyst, quant, econometric, survey method
science: scientist, researcher, chemist, physicist, biolog, geolog, astronom, botanist, ecolog, lab technician, archaeolog, meteorolog, epidemiolog
design: designer, ux, ui design, art director, creative director, type design, illustrat, graphic, head of design
writing: writer, author, editor, copywrit, novelist, poet, technical writer, publisher, proofread, screenwriter, playwright
translation: translat, interpret, locali, subtit, terminolog
media: journalist, reporter, presenter, producer, photojournal, camera operator, video editor, podcaster, broadcaster, newsreader, news editor
arts: artist, painter, sculptor, actor, actress, dancer, choreograph, curator, stage, theatre director, film director, photograph, costume, ceramic, potter
music: musician, violin, pianist, singer, conductor, composer, organist, cellist, band leader, sound engineer, dj, drummer, choir
medicine: doctor, physician, surgeon, gp, dentist, psychiatr, radiolog, anaesthet, anesthes, pediatric, paediatric, cardiolog, veterinar, vet, pharmacist, dermatolog, optometrist, consultant physician
nursing: nurse, midwi, matron, health visitor, healthcare assistant, ward sister, paramedic nurse
care: therapist, psycholog, social worker, carer, care worker, physio, counsel, speech, occupational therap, dietitian, nutritionist, youth worker, care home, childminder, foster
clergy: priest, pastor, vicar, minister, rabbi, imam, chaplain, deacon, bishop, monk, nun, reverend, curate
law: lawyer, attorney, solicitor, barrister, judge, notary, paralegal, prosecutor, legal, magistrate, bailiff, patent
teaching: teacher, headteacher, head teacher, principal, kindergarten, nursery, tutor, trainer, instructor, school, educator, teaching assistant
academia: professor, lecturer, postdoc, phd, dean, academic, research fellow, reader in
sports: coach, athlete, personal trainer, fitness, footballer, referee, ski, swimming, yoga, riding, climbing, tennis
engineering: mechanical engineer, civil engineer, electrical engineer, structural engineer, chemical engineer, process engineer, engineer, surveyor, aerospace, draughts, drafts
architecture: architect, landscape, urban planner, town planner, interior architect, building designer
trades: electrician, plumber, carpenter, joiner, builder, bricklayer, roofer, mechanic, welder, tiler, plasterer, decorator, luthier, blacksmith, locksmith, tailor, cabinet, fitter, handyman, machinist, glazier, goldsmith, watchmaker, foreman, site manager
service: hairdress, barber, beautician, florist, nail, tattoo, masseu, cleaner, funeral director, undertaker, wedding planner, tour guide, concierge, dry clean, housekeep, spa, dog groom
food: chef, cook, baker, pastry, waiter, waitress, barista, bartender, sommelier, butcher, restaur, hotel, cheesemaker, brewer, kitchen, caterer, confectioner, hospitality
farming: farmer, gardener, winemaker, viticult, beekeeper, forester, shepherd, grower, horticult, fisherman, agronom, dairy, stable, arborist
transport: driver, pilot, captain, train driver, bus driver, lorry, trucker, courier, dispatcher, logistic, air traffic, flight attendant, cabin crew, sailor, crane, warehouse, ship, freight
emergency: firefighter, police, paramedic, soldier, officer, security guard, detective, lifeguard, coastguard, rescue, prison officer, army, emergency
sales: sales, account executive, estate agent, realtor, shop, store manager, buyer, broker, retail, business development, key account, insurance agent
sales-engineering: sales engineer, solutions engineer, presales, pre-sales, solutions consultant, technical account
product: product manager, product owner, product lead, head of product, cpo, program manager, project manager
marketing: marketing, pr manager, public relations, communications, social media, seo, brand, community manager, advertising, content, cmo, growth
finance: accountant, bookkeep, auditor, tax, banker, controller, financial, cfo, treasurer, investment, payroll, actuary, trader, wealth
founding: founder, ceo, entrepreneur, owner, managing director, self-employed, startup, general manager
people: hr, human resources, recruiter, talent, people partner, people operations, personnel, learning and development, diversity
other: librarian, archivist, zoo, civil servant, politician, mayor, secretary, assistant, consultant, campaigner, fundraiser
`;
