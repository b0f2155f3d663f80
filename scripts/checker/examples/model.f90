! J = (1 - x)^2 + 100 (y - x^2)^2 and its gradient, for: gradcheck -- ./model
program model
    character(80) :: question, word
    real(8) :: x, y, costs(100)
    integer :: k, count, status
    do
        read (*, '(a)', iostat=status) question
        if (status /= 0) stop
        read (question, *) word
        select case (word)
        case ('gradcheck'); print '(a)', 'gradcheck 1'
        case ('size'); print '(a)', 'size 2'
        case ('cost')
            read (question(5:), *) count
            do k = 1, count
                read (*, *) x, y
                costs(k) = (1 - x)**2 + 100 * (y - x**2)**2
            end do
            print '(a, *(1x, es24.16e3))', 'cost', costs(1:count)
        case ('gradient')
            read (*, *) x, y
            print '(a, *(1x, es24.16e3))', 'gradient', -2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)
        case default; print '(a)', trim(word) // ' ?'
        end select
        flush (6)
    end do
end program
