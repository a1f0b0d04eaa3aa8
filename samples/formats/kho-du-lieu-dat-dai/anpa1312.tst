v0042dtn--
r p BC-VN--KhoDuLieu     11-12 0211
^BC-VN--Kho du lieu,211<
^Đồng Sơn: 42 xã dùng chung một kho dữ liệu đất đai<
^Eds: Bàn trực: 0123 456 789, không đăng.<
^By Sùng Thị Máy=
	   Đồng Sơn (DTN 12/11/2026) Ngày 12/11, Ủy ban nhân dân tỉnh Đồng Sơn khai trương kho dữ liệu đất đai dùng chung cho 42 xã, phường, thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia.
 
	   Phát biểu tại lễ khai trương, bà Lò Thị Mai Sương, Chủ tịch Ủy ban nhân dân tỉnh, cho biết kho dữ liệu được xây dựng theo Nghị định số 101/2024/NĐ-CP ngày 29/7/2024 của Chính phủ và Kế hoạch số 218/KH-UBND của tỉnh.
 
	   “Kho dữ liệu này mọi xã đều thấy như nhau”, bà Sương nói. Theo ông Hà Văn Thuyết, Phó Chủ tịch Ủy ban nhân dân tỉnh, 310.000 thửa đất đã được số hóa & đối chiếu với sổ gốc.
 
	   Nghị quyết 57 đặt ra yêu cầu dữ liệu phải đúng, đủ, sạch, sống; Đồng Sơn sẽ kiểm tra lại toàn bộ trước ngày 31/12.
 

	   DTN-WF-11-12-26 0230GMT<


