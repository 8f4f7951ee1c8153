/** Beginnings of Portuguese job titles, craft by craft (find-craft.ts). */
export const TITLES = `
software: desenvolvedor, programador, engenheiro de software, engenheira de software, informatic, administrador de sistemas, devops, arquiteto de software, arquiteta de software, tester, cto, suporte tecnico, analista de sistemas
data: cientista de dados, analista de dados, engenheiro de dados, engenheira de dados, estatistic, atuari, machine learning, data, metodolog
science: cientista, investigador, pesquisador, quimic, fisic, biolog, geolog, astronom, botanic, tecnico de laboratorio, arqueolog, meteorolog, ecolog
design: designer, grafic, ux, diretor de arte, diretora de arte, ilustrador, tipograf, diagramador
writing: escritor, autor, redator, redactor, editor, copy, poeta, revisor, roteirista, guionista, romancista
translation: tradutor, interprete, localiz, legendador, terminolog
media: jornalista, reporter, apresentador, locutor, cinegrafista, operador de camara, fotojornal, produtor, radialista, podcaster
arts: artista, escultor, ator, atriz, bailarin, coreograf, curador, cenograf, encenador, diretor de teatro, cineasta, fotograf, figurinista, ceramista, oleir
music: music, violin, pianista, cantor, maestr, compositor, organista, regente, tecnico de som, guitarrista
medicine: medic, cirurgi, dentista, psiquiatra, radiolog, anestesi, pediatra, cardiolog, veterinari, farmaceutic, doutor, dermatolog
nursing: enfermeir, parteir, auxiliar de enfermagem, tecnico de enfermagem, tecnica de enfermagem, obstetriz
care: psicolog, fisioterap, assistente social, fonoaudiolog, terapeuta, cuidador, educador social, educadora social, nutricionista, terapeuta da fala, auxiliar de acao
clergy: padre, parroco, pastor, pastora, rabin, ima, capela, diacono, bispo, monge, freira, frade
law: advogad, jurista, juiz, juiza, notari, tabelia, procurador, promotor, solicitador, magistrad, desembargador, delegado
teaching: professor, docente, diretor de escola, diretora de escola, educador, educadora de infancia, formador, instrutor, tutor, pedagog, coordenador pedagogico
academia: professor universitario, professora universitaria, professor catedratico, doutorand, pos-doc, postdoc, reitor, academic, livre-docente, docente universit
sports: treinador, atleta, futebolista, jogador, arbitr, personal trainer, educador fisico, monitor de, yoga, ioga, equitacao, preparador fisico, nadador-salvador
engineering: engenheir, topograf, projetista, desenhador, tecnico industrial, agrimensor
architecture: arquitet, arquitect, paisagista, urbanista, designer de interiores
trades: eletricista, encanador, canalizador, carpinteir, marceneir, pedreir, mecanic, soldador, ladrilhador, pintor, luthier, ferreir, serralheir, alfaiate, costureir, telhador, vidraceir, joalheir, relojoeir, artesa, mestre de obras, chaveir, sapateir
service: cabeleireir, barbeir, esteticista, florista, tatuador, massagista, faxineir, empregada de limpeza, agente funerario, guia turistic, porteir, cerimonialista, manicur, lavandaria
food: cozinheir, chef, padeir, confeiteir, pasteleir, garcom, garconete, empregado de mesa, barista, sommelier, escancao, talhante, acougueir, hotel, restaurat, queijeir, cervejeir, bartender
farming: agricultor, jardineir, viticultor, enolog, apicultor, florestal, pecuarista, horticult, pescador, agronom, fazendeir, produtor rural
transport: motorista, camionista, caminhoneir, pilot, comandante, maquinista, entregador, estafeta, logistic, controlador de trafego, comissari de bordo, comissaria de bordo, marinheir, operador de grua, guindaste, armazem, taxista
emergency: bombeir, policia, policial, paramedic, socorrista, soldado, militar, vigilante, guarda, seguranca, detetive, protecao civil, defesa civil
sales: vendedor, comercial, agente imobiliari, corretor, mediador imobiliario, gerente de loja, comprador, representante, executivo de contas, vendas
sales-engineering: engenheiro de vendas, engenheira de vendas, pre-venda, pre-vendas, consultor de solucoes
product: product manager, product owner, gestor de produto, gerente de produto, gestor de projeto, gerente de projeto, chefe de projeto
marketing: marketing, comunicacao, relacoes publicas, community manager, seo, publicit, marca, redes sociais, assessor de imprensa
finance: contador, contabilista, auditor, fiscalista, banquei, bancari, controller, financeir, tesoureir, folha de pagamento, gestor financeiro, investimento
founding: fundador, ceo, empreendedor, empresari, autonom, diretor geral, diretora geral, socio-gerente, don
people: recursos humanos, rh, recrutador, talento, diversidade
other: bibliotecari, arquivista, tratador, funcionari publico, servidor publico, prefeit, politic, secretari, administrativ, consultor
`;
