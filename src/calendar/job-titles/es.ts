/** Beginnings of Spanish job titles, craft by craft (find-craft.ts). */
export const TITLES = `
software: desarrollador, programador, ingeniero de software, informatic, administrador de sistemas, devops, arquitecto de software, tester, sysadmin, cto, soporte tecnico, ingeniera de software, ingenieria de software
data: cientific de datos, cientifico de datos, cientifica de datos, analista de datos, ingeniero de datos, estadistic, actuari, machine learning, inteligencia de negocio, data, metodolog
science: cientific, investigador, quimic, fisic, biolog, geolog, astronom, botanic, tecnico de laboratorio, arqueolog, meteorolog, ecolog
design: disenador, grafic, ux, director de arte, directora de arte, director creativo, ilustrador, tipograf, maquetador
writing: escritor, autor, redactor, editor, copy, poeta, corrector, guionista, novelista, dramaturg
translation: traductor, interprete, localiz, subtitul, terminolog
media: periodista, reportero, presentador, locutor, camarograf, camara, montador, fotoperiodis, productor, redactor jefe, podcaster
arts: artista, escultor, actor, actriz, bailarin, coreograf, curador, comisari de arte, escenograf, director de teatro, director de cine, fotograf, vestuarista, ceramista, alfarer
music: music, violin, pianista, cantante, director de orquesta, compositor, organista, director de coro, tecnico de sonido, guitarrista
medicine: medic, cirujan, dentista, odontolog, psiquiatra, radiolog, anestesi, pediatra, cardiolog, veterinari, farmaceutic, doctor, dermatolog
nursing: enfermer, matron, partera, comadron, auxiliar de enfermeria, supervisor de enfermeria, supervisora de enfermeria
care: psicolog, fisioterap, trabajador social, trabajadora social, logoped, fonoaudiolog, terapeuta, cuidador, educador social, educadora social, nutricionista, dietista, orientador
clergy: sacerdote, cura, parroco, pastor evangelico, pastora evangelica, pastor, rabin, iman, capellan, diacono, obispo, monje, monja, fraile
law: abogad, jurista, juez, jueza, notari, fiscal, procurador, letrad, escriban, magistrad, asesor juridico
teaching: maestr, profesor, profe, docente, director de colegio, directora de colegio, educador infantil, educadora infantil, formador, instructor, tutor, pedagog, parvul
academia: catedratic, profesor universitario, profesora universitaria, doctorand, postdoc, decan, academic, profesor titular
sports: entrenador, deportista, futbolista, arbitro, arbitra, monitor, monitora, yoga, equitacion, preparador fisico, socorrista, personal trainer
engineering: ingenier, topograf, delineante, proyectista, tecnico industrial, perito
architecture: arquitect, paisajista, urbanista, aparejador, interiorista
trades: electricista, fontaner, plomer, carpinter, albanil, mecanic, soldador, azulejista, pintor, luthier, herrer, cerrajer, sastre, modista, ebanista, techador, cristaler, joyer, relojer, artesan, jefe de obra, jefa de obra, gasista, zapater, costurer
service: peluquer, barber, esteticista, florista, tatuador, masajista, limpiador, funerari, guia turistic, conserje, tintorer, organizador de bodas, manicur
food: cociner, chef, panader, pasteler, camarer, meser, mozo, barista, sumiller, carnicer, hosteler, restaurador, queser, cervecer, bartender, hotel, reposter
farming: agricultor, jardiner, viticultor, enolog, apicultor, forestal, ganader, hortelan, pescador, agronom, granjer, campesin, bodeguer
transport: conductor, chofer, camioner, pilot, capitan, maquinista, repartidor, mensajer, logistic, controlador aereo, azafat, tripulante, marin, gruist, almacen, transportista, taxista
emergency: bombero, bombera, policia, paramedic, soldad, militar, vigilante, guardia, rescat, detective, sanitari, proteccion civil
sales: vendedor, comercial, agente inmobiliari, dependient, encargado de tienda, comprador, corredor, representante, ejecutivo de cuentas, ventas, agente de seguros
sales-engineering: ingeniero de ventas, ingeniera de ventas, preventa, ingeniero preventa, consultor de soluciones
product: product manager, product owner, jefe de producto, jefa de producto, jefe de proyecto, jefa de proyecto, gestor de proyectos
marketing: marketing, mercadotecn, comunicacion, relaciones publicas, community manager, seo, publicist, marca, redes sociales
finance: contador, contable, auditor, asesor fiscal, banquer, controller, financier, tesorer, nominas, gestor, inversion, contadora publica
founding: fundador, ceo, emprendedor, empresari, autonom, director general, directora general, gerente, duen
people: recursos humanos, rrhh, reclutador, seleccion, talento, diversidad
other: bibliotecari, archiver, cuidador de zoo, funcionari, alcald, politic, secretari, administrativ, consultor
`;
